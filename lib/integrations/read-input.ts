import type { SecretInput } from '@/lib/domain/connections/secrets';
import type { Json } from '@/lib/domain/journal/fields';
import { validate } from '@/lib/domain/validate';
import type { Provider } from './provider';

/** Settings of a kind from texts, as a form or the command line has them. Throws `validation`, by setting. */
export function readSettings(provider: Provider, texts: Readonly<Record<string, string>>): Record<string, Json> {
  const known = provider.form.flatMap((name) => (texts[name] === undefined ? [] : [[name, texts[name]]]));
  return validate(provider.settings, Object.fromEntries(known)) as Record<string, Json>;
}

/** The secrets of a kind, with the values of those that somebody gives. */
export function readSecrets(provider: Provider, texts: Readonly<Record<string, string>>): SecretInput[] {
  return provider.secrets.map(({ name, origin }) => ({ name, origin, value: origin === 'made' ? undefined : texts[name] }));
}
