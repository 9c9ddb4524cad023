import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { createConnection } from '@/lib/domain/connections/create-connection';
import { deleteConnection } from '@/lib/domain/connections/delete-connection';
import { listConnections } from '@/lib/domain/connections/list-connections';
import { topics } from '@/lib/domain/connections/schema';
import type { Ctx } from '@/lib/domain/context';
import { fieldError } from '@/lib/domain/errors';
import { calledAddress } from '@/lib/integrations/address';
import type { Provider } from '@/lib/integrations/provider';
import { choosesTopics, readConnection, readSecrets } from '@/lib/integrations/read-input';
import { providerKinds, providerOf } from '@/lib/integrations/registry';
import { CommandError, runCommand } from './command';

const usage = `npm run connection -- add ${providerKinds.join('|')} NAME [--set key=value …] [--secret-stdin]
  a webhook is told of everything unless --set topics=order.created,client.created names what it is told of
npm run connection -- list
npm run connection -- remove ID`;

function printLine(value: object): number {
  process.stdout.write(`${JSON.stringify(value)}\n`);
  return 0;
}

function knownProvider(kind: string): Provider {
  const provider = providerOf(kind);
  if (!provider) throw new CommandError(`There is no kind of connection ${kind}; there are: ${providerKinds.join(', ')}.`);
  return provider;
}

/** `--set key=value`, each key one that the kind has. */
function settingsOf(provider: Provider, given: readonly string[]): Record<string, string> {
  const names = [...provider.form, ...(choosesTopics(provider) ? ['topics'] : [])];
  const pairs = given.map((entry) => {
    const at = entry.indexOf('=');
    const name = entry.slice(0, Math.max(at, 0)).trim();
    if (at < 0) throw new CommandError(`--set takes key=value, not ${entry}.`);
    if (!names.includes(name))
      throw new CommandError(`A connection of kind ${provider.kind} has no setting ${name}; there are: ${names.join(', ')}.`);
    return [name, entry.slice(at + 1)];
  });
  return Object.fromEntries(pairs);
}

/** The secret on standard input is the first one that somebody gives; one trailing newline is dropped. */
async function secretsOf(provider: Provider, fromStdin: boolean): Promise<Record<string, string>> {
  const wanted = provider.secrets.find(({ origin }) => origin !== 'made');
  if (!wanted) return {};
  if (!fromStdin) throw new CommandError(`The ${wanted.name} is read from standard input: --secret-stdin\n${usage}`);
  const value = (await text(process.stdin)).replace(/\r?\n$/, '');
  if (value === '') throw fieldError(wanted.name, 'required');
  return { [wanted.name]: value };
}

async function add(ctx: Ctx, kind: string, name: string, given: readonly string[], fromStdin: boolean): Promise<number> {
  const provider = knownProvider(kind);
  const { topics: named, ...texts } = settingsOf(provider, given);
  const chosen = named === undefined ? topics : named.split(',').map((topic) => topic.trim());
  const input = readConnection(provider, { name, texts, topics: chosen });
  const secrets = readSecrets(provider, await secretsOf(provider, fromStdin));
  const { connection, made } = await createConnection(ctx, { kind: provider.kind, ...input, secrets });
  const [secret] = Object.values(made);
  return printLine({ id: connection.id, url: calledAddress(connection), ...(secret === undefined ? {} : { secret }) });
}

async function list(ctx: Ctx): Promise<number> {
  for (const connection of await listConnections(ctx)) {
    const { id, kind, name, state, waiting, dead } = connection;
    printLine({ id, kind, name, state, waiting, dead, url: calledAddress(connection) });
  }
  return 0;
}

async function remove(ctx: Ctx, text: string): Promise<number> {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new CommandError(`ID is a number, not ${text}.`);
  const { id } = await deleteConnection(ctx, { id: Number(text) });
  return printLine({ id });
}

function readArgs(args: string[]) {
  try {
    const options = { set: { type: 'string', multiple: true }, 'secret-stdin': { type: 'boolean' } } as const;
    return parseArgs({ args, allowPositionals: true, options });
  } catch (error) {
    throw new CommandError(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

await runCommand(async (ctx, args) => {
  const { positionals, values } = readArgs(args);
  const [verb, first, second, ...more] = positionals;
  if (verb === 'list' && first === undefined) return list(ctx);
  if (verb === 'remove' && first !== undefined && second === undefined) return remove(ctx, first);
  if (verb === 'add' && first !== undefined && second !== undefined && more.length === 0)
    return add(ctx, first, second, values.set ?? [], values['secret-stdin'] ?? false);
  throw new CommandError(usage);
});
