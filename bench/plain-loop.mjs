// What reading and joining texts alone costs: one statement, one string a row, nothing else. Prints rows and seconds as JSON.
//   node bench/plain-loop.mjs FILE.db OUT.csv

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import Database from 'better-sqlite3';

const [file, target] = process.argv.slice(2);
const rows = new Database(file, { readonly: true })
  .prepare(
    `SELECT o.id, o.version, o.created_at, c.last_name, c.first_name, c.company, c.mobile_phone, c.email, o.product, o.line_count,
      o.quantity_milli, o.total_minor, o.paid_minor, o.status, o.due_day, o.description, o.updated_at
     FROM orders o LEFT JOIN clients c ON c.id = o.client_id WHERE o.deleted_at IS NULL ORDER BY o.created_at DESC, o.id DESC`,
  )
  .raw()
  .iterate();
const out = createWriteStream(target);
const started = performance.now();
let count = 0;
let text = '';
for (const row of rows) {
  text += `${row.join(';')}\r\n`;
  count += 1;
  if (text.length < 65_536) continue;
  if (!out.write(text)) await once(out, 'drain');
  text = '';
}
out.end(text);
await once(out, 'close');
process.stdout.write(JSON.stringify({ rows: count, seconds: (performance.now() - started) / 1000 }));
