import type { OpenApiDocument } from './openapi';

type Json = Record<string, unknown>;

function escapeHtml(text: unknown): string {
  return String(text).replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function typeOf(schema: Json): string {
  if (schema.$ref) return escapeHtml(String(schema.$ref).split('/').at(-1));
  if (Array.isArray(schema.enum)) return schema.enum.map((value) => `“${escapeHtml(value)}”`).join(' | ');
  if (schema.const !== undefined) return escapeHtml(JSON.stringify(schema.const));
  const options = schema.anyOf ?? schema.oneOf;
  if (Array.isArray(options)) return options.map((option) => (isObject(option) ? typeOf(option) : '')).join(' | ');
  if (schema.type === 'array' && isObject(schema.items)) return `list of ${typeOf(schema.items)}`;
  return escapeHtml(schema.format ?? schema.type ?? 'any');
}

function limitsOf(schema: Json): string {
  const names = { minLength: 'from', maxLength: 'to', minimum: '≥', maximum: '≤', default: 'default', minItems: 'from', maxItems: 'to' };
  return Object.entries(names)
    .filter(([name]) => schema[name] !== undefined)
    .map(([name, word]) => `${word} ${escapeHtml(JSON.stringify(schema[name]))}`)
    .join(', ');
}

function fieldRows(schema: Json, prefix = ''): string {
  const required = Array.isArray(schema.required) ? schema.required : [];
  return Object.entries(isObject(schema.properties) ? schema.properties : {})
    .map(([name, field]) => {
      if (!isObject(field)) return '';
      const inner =
        field.type === 'array' && isObject(field.items)
          ? fieldRows(field.items, `${prefix}${name}[].`)
          : fieldRows(field, `${prefix}${name}.`);
      const example = Array.isArray(field.examples) ? `e.g. ${escapeHtml(JSON.stringify(field.examples[0]))}` : '';
      const notes = [limitsOf(field), example, field.description && escapeHtml(field.description)].filter(Boolean).join('; ');
      return `<tr><td><code>${escapeHtml(prefix + name)}</code></td><td>${typeOf(field)}</td><td>${required.includes(name) ? 'yes' : ''}</td><td>${notes}</td></tr>${inner}`;
    })
    .join('');
}

function fieldTable(title: string, schema: unknown): string {
  const rows = isObject(schema) ? fieldRows(schema) : '';
  if (!rows) return '';
  return `<h4>${title}</h4><table><thead><tr><th>Field</th><th>Type</th><th>Always</th><th>Notes</th></tr></thead><tbody>${rows}</tbody></table>`;
}

function schemaOf(content: unknown): unknown {
  const json = isObject(content) ? content['application/json'] : undefined;
  return isObject(json) ? json.schema : undefined;
}

function parameterList(parameters: unknown): string {
  const items = (Array.isArray(parameters) ? parameters : []).filter(isObject);
  const rows = items.map(
    (item) =>
      `<tr><td><code>${escapeHtml(item.name)}</code></td><td>${escapeHtml(item.in)}</td><td>${isObject(item.schema) ? typeOf(item.schema) : ''}</td><td>${escapeHtml(item.description ?? '')}</td></tr>`,
  );
  return rows.length > 0
    ? `<h4>Parameters</h4><table><thead><tr><th>Name</th><th>In</th><th>Type</th><th>Notes</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
    : '';
}

function operation(path: string, method: string, details: Json): string {
  const request = isObject(details.requestBody) ? details.requestBody.content : undefined;
  const responses = isObject(details.responses) ? details.responses : {};
  const success = isObject(responses['200']) ? responses['200'].content : undefined;
  const failures = Object.entries(responses).filter(([status]) => status !== '200');
  const list = failures
    .map(([status, response]) => `<li><b>${status}</b> ${isObject(response) ? escapeHtml(response.description) : ''}</li>`)
    .join('');
  return `<section id="${escapeHtml(details.operationId)}"><h3><span class="method">${method.toUpperCase()}</span> <code>${escapeHtml(path)}</code></h3><p>${escapeHtml(details.summary)}</p>
${parameterList(details.parameters)}${fieldTable('Body', schemaOf(request))}${fieldTable('Answer', schemaOf(success))}<details><summary>Failures</summary><ul>${list}</ul></details></section>`;
}

const style = `body{font:14px/20px 'Segoe UI',Roboto,sans-serif;color:#1b1c1f;background:#fff;max-width:900px;margin:0 auto;padding:24px}
h1{font-size:24px;line-height:32px}h3{font-size:16px;margin:32px 0 4px;border-top:1px solid #e8e8e4;padding-top:24px}h4{font-size:13px;margin:16px 0 4px}
table{border-collapse:collapse;table-layout:fixed;width:100%;font-size:13px}th:nth-child(1){width:26%}th:nth-child(2){width:22%}th:nth-child(3){width:12%}th,td{text-align:left;padding:6px 12px 6px 0;border-bottom:1px solid #e8e8e4;vertical-align:top;overflow-wrap:anywhere}
th{color:#54585f;font-weight:500}code{font-family:ui-monospace,Consolas,monospace}.method{color:#3349b4}a{color:#3349b4}pre{background:#f7f7f5;padding:12px;overflow-x:auto}
@media(prefers-color-scheme:dark){body{color:#ecedef;background:#151618}h3,th,td{border-color:#26282c}th{color:#b0b4bc}.method,a{color:#a3b3fa}pre{background:#191a1d}}`;

/** The API's description as one page for reading: no script, nothing from another host. */
export function docsPage(document: OpenApiDocument): string {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, details]) => operation(path, method, details)),
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>API: ${escapeHtml(document.info.title)}</title><style>${style}</style></head>
<body><main><h1>${escapeHtml(document.info.title)}: API</h1><p>${escapeHtml(document.info.description)} Machine-readable: <a href="/api/openapi.json">openapi.json</a>.</p>
<pre>curl -X POST …/api/token/ -H 'Content-Type: application/json' -d '{"username":"…","password":"…"}'
curl -X POST …/api/orders/get/ -H "Authorization: Bearer $ACCESS"</pre>
<p>Bodies may be JSON, URL-encoded or multipart forms; in a form every value is text. A failure answers <code>{"success": false, "error", "code"}</code>, bad fields under <code>fields</code>.</p>
${operations.join('\n')}</main></body></html>`;
}
