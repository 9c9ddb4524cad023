const plural = /\{(\w+), plural, ((?:=?\w+ \{[^{}]*\}\s*)+)\}/g;

/**
 * A message with its values, for the browser, which has no ICU library: `{name}` and plurals of whole sentences without
 * nested braces. Everything else is worded on the server.
 */
export function fill(message: string, values: Record<string, string | number>, locale = 'ru'): string {
  const rules = new Intl.PluralRules(locale);
  return message
    .replace(plural, (_, name: string, forms: string) => {
      const n = Number(values[name]);
      const words = new Map([...forms.matchAll(/(=?\w+) \{([^{}]*)\}/g)].map(([, form, text]) => [form, text ?? '']));
      return (words.get(`=${n}`) ?? words.get(rules.select(n)) ?? words.get('other') ?? '').replaceAll('#', String(n));
    })
    .replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
