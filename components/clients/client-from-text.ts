type TypedClient = Partial<Record<'email' | 'mobile_phone' | 'inn' | 'company' | 'last_name' | 'first_name' | 'middle_name', string>>;

/** What somebody looked for as the fields of a new client: an address, a number, a company or a person's name. */
export function clientFromText(typed: string): TypedClient {
  const text = typed.trim();
  const digits = text.replace(/\D/g, '');
  if (/^\S+@\S+$/.test(text)) return { email: text };
  if (/^[+\d\s().-]+$/.test(text) && digits.length >= 5) {
    const isInn = /^\d+$/.test(text) && (digits.length === 12 || (digits.length === 10 && !digits.startsWith('9')));
    return isInn ? { inn: digits } : { mobile_phone: text };
  }
  if (/[«»"„“]|(^|\s)(ооо|оао|зао|пао|ао|ип|нко|гуп|муп|llc|ltd|inc)(?=\s|$|\.)/i.test(text)) return { company: text };
  const [last_name = '', first_name = '', ...middle] = text.split(/\s+/);
  return { last_name, first_name, middle_name: middle.join(' ') };
}
