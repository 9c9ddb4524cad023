const mask = '••••';

/** A shorter text stands everywhere by chance: masking it would tell more than it hides. */
const shortest = 4;

/** Characters of a base64 text that follow from the secret alone, whatever stands before it: `login:secret` of Basic, for example. */
function base64Forms(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const forms = [0, 1, 2].map((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
    return whole.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
  });
  return forms.filter((form) => form.length >= shortest + 2).flatMap((form) => [form, form.replaceAll('+', '-').replaceAll('/', '_')]);
}

function formsOf(secret: string): string[] {
  const percent = encodeURIComponent(secret);
  const form = new URLSearchParams({ s: secret }).toString().slice(2);
  const lower = (text: string) => text.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase());
  const json = JSON.stringify(secret).slice(1, -1);
  const xml = secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const hex = Buffer.from(secret).toString('hex');
  const texts = [secret, percent, lower(percent), form, lower(form), json, json.replaceAll('/', '\\/'), xml];
  return [...texts, xml.replaceAll('"', '&quot;'), hex, hex.toUpperCase(), ...base64Forms(secret)];
}

/** Takes secrets out of a text. */
export interface Mask {
  (text: string): string;
  /** Characters of the longest form that is looked for. */
  longest: number;
}

/** Masks these secrets in every form in which they stand in addresses, headers and bodies. */
export function maskOf(secrets: Iterable<string>): Mask {
  const forms = [...new Set([...secrets].filter((secret) => secret.length >= shortest).flatMap(formsOf))];
  // The longest first: one form may stand within another.
  forms.sort((a, b) => b.length - a.length);
  const masked = (text: string) => forms.reduce((rest, form) => rest.replaceAll(form, mask), text);
  return Object.assign(masked, { longest: forms[0]?.length ?? 0 });
}

/** Headers whose value is a secret by its nature. */
const secretHeader = /^(authorization|proxy-authorization|cookie|set-cookie)$|token|secret|api-?key/i;

export function isSecretHeader(name: string): boolean {
  return secretHeader.test(name);
}

/** Names of parameters whose value is a secret by its nature. */
const secretParameter = /([?&](?:[\w.-]*(?:token|secret|password|passwd|api_?key|auth|signature|code))=)[^&#\s]+/gi;

export function maskParameters(url: string): string {
  return url.replace(secretParameter, `$1${mask}`);
}

export { mask as maskText };
