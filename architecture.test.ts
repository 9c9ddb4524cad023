import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = import.meta.dirname;

interface Source {
  file: string;
  text: string;
  imports: string[];
}

/** What a file imports from the project, as paths from the root, without an ending. */
function importsOf(file: string, text: string): string[] {
  const named = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '');
  return named.flatMap((name) =>
    name.startsWith('@/') ? [name.slice(2)] : name.startsWith('.') ? [relative(root, resolve(root, dirname(file), name))] : [],
  );
}

function sourcesIn(folder: string): Source[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }))
    .map(({ file, text }) => ({ file, text, imports: importsOf(file, text) }));
}

/** The rooms of the house, from the cellar up: a room knows those below it and itself, never one above. */
const rooms: [room: string, mayKnow: RegExp][] = [
  ['db', /^db\//],
  ['lib/domain', /^(db|lib\/(domain|search|auth\/(password|secret-box)|import\/(number|day)-text))(\/|$)/],
  ['lib/shapes', /^(db\/queries|lib\/(domain|i18n|shapes))\//],
  ['lib/integrations', /^(db|lib\/(domain|integrations|shapes|import|export\/xml|i18n|auth|env|log|files))(\/|$)/],
  ['lib/outbox', /^(db|lib\/(domain|integrations|outbox|auth|env|log))(\/|$)/],
  ['lib/seed', /^(db|lib\/(domain|search|auth|seed))\//],
  ['lib/files', /^(db\/dialect\/name|lib\/(env|files)(\/|$))/],
  ['lib/import', /^lib\/(domain|import|export\/csv-cell)(\/|$)/],
  ['lib/backup', /^(db|lib\/(domain|backup|files))\//],
  ['lib/export', /^(db\/queries|lib\/(domain|i18n|export))\//],
  ['lib/auth', /^(db|lib\/(domain|auth|env|search))(\/|$)/],
  ['lib/i18n', /^(lib\/(domain|i18n))\//],
  [
    'lib/api',
    /^(db\/(queries|engines\/db-error)|lib\/(domain|auth|entry|export|i18n|env|log|api|integrations|outbox|shapes|bulk-runner|import-files|import-runner|files))(\/|$)/,
  ],
  ['lib/entry', /^(db|lib)\//],
  ['lib/cli', /^(db|lib)\//],
  ['components', /^(components|lib|db\/queries)\//],
  ['app', /^(app|components|lib)\//],
];

describe.each(rooms)('%s', (room, mayKnow) => {
  test('knows nothing above itself', () => {
    const arrows = sourcesIn(room).flatMap(({ file, imports }) =>
      imports.filter((name) => !mayKnow.test(name)).map((name) => `${file} → ${name}`),
    );
    expect(arrows).toEqual([]);
  });
});

test('the domain knows neither HTTP nor React nor an engine', () => {
  const foreign = /from '(next|react|node:http|better-sqlite3|pg|drizzle-orm)[/']/;
  expect(
    sourcesIn('lib/domain')
      .filter(({ text }) => foreign.test(text))
      .map(({ file }) => file),
  ).toEqual([]);
});

test('only engines and dialect know an engine’s name; the migrator and triggers are theirs', () => {
  const allowed = /^db\/(engines|dialect)\/|^db\/(client|migrate|triggers)\.ts$/;
  const knows = /better-sqlite3|sqlite-core|pg-core|node-postgres|from 'pg'/;
  const files = [...sourcesIn('db'), ...sourcesIn('lib'), ...sourcesIn('app')].filter(
    ({ file }) => !allowed.test(file) && !file.startsWith('lib/testing/'),
  );
  expect(files.filter(({ text }) => knows.test(text)).map(({ file }) => file)).toEqual([]);
});

const domain = sourcesIn('lib/domain');
const byPath = new Map(domain.map((source) => [source.file.replace(/\.ts$/, ''), source]));

/** Whether a file, or a step it imports, records a change. */
function records({ text, imports }: Source, seen = new Set<string>()): boolean {
  if (/\brecordChange\(/.test(text)) return true;
  return imports.some((name) => {
    const source = byPath.get(name);
    if (!source || seen.has(name)) return false;
    seen.add(name);
    return /\/(write|store|edit)-[\w-]+$/.test(name) && records(source, seen);
  });
}

test('a verb that opens a transaction records a change', () => {
  const opening = domain.filter(({ file, text }) => /\bunit\(ctx\b/.test(text) && !file.endsWith('context.ts'));
  expect(opening.length).toBeGreaterThan(15);
  expect(opening.filter((source) => !records(source)).map(({ file }) => file)).toEqual([]);
});

/** Files of the domain that keep books of their own beside the journal. */
const ownBooks = [
  'lib/domain/bulk/run-bulk.ts',
  'lib/domain/bulk/start-bulk.ts',
  'lib/domain/context.ts',
  'lib/domain/deliveries/keep-body.ts',
  'lib/domain/deliveries/requeue-deliveries.ts',
  'lib/domain/deliveries/send-test.ts',
  'lib/domain/exchange/decide-conflict.ts',
  'lib/domain/exchange/keep-link.ts',
  'lib/domain/exchange/keep-run.ts',
  'lib/domain/exchange/queue-run.ts',
  'lib/domain/exchange/receive-hint.ts',
  'lib/domain/exchange/start-run.ts',
  'lib/domain/exchange/take-call.ts',
  'lib/domain/imports/apply-import.ts',
  'lib/domain/imports/check-rows.ts',
  'lib/domain/imports/fix-row.ts',
  'lib/domain/imports/forget-imports.ts',
  'lib/domain/imports/run-import.ts',
  'lib/domain/imports/set-mapping.ts',
  'lib/domain/imports/start-import.ts',
  'lib/domain/journal/seal.ts',
  'lib/domain/orders/fold-totals.ts',
  'lib/domain/preferences/keyboard.ts',
  'lib/domain/preferences/save-layout.ts',
  'lib/domain/products/fill-products.ts',
  'lib/domain/verify/store-verification.ts',
  'lib/domain/views/write-view.ts',
];

test('verbs open transactions through `unit` alone; seal, fold, catalogue, bulk runs, imports, preferences, views, verification and the queue keep their own books', () => {
  const direct = domain.filter(({ text }) => /\.transaction\(/.test(text)).map(({ file }) => file);
  expect(direct.sort()).toEqual([...ownBooks].sort());
});

test('nothing outside the domain writes business data', () => {
  const bookkeeping = [
    ...ownBooks,
    'lib/auth/failed-sign-ins.ts',
    'lib/auth/seen-sessions.ts',
    'lib/auth/session-list.ts',
    'lib/auth/sessions.ts',
    'lib/housekeeping.ts',
    'lib/integrations/1c/door/bookkeep.ts',
    'lib/integrations/http/note-exchange.ts',
    'lib/integrations/http/pacing.ts',
    'lib/outbox/attempt.ts',
    'lib/outbox/claim.ts',
    'lib/outbox/settle.ts',
    'lib/seed/demo.ts',
  ];
  const opening = [...sourcesIn('lib'), ...sourcesIn('app'), ...sourcesIn('components')].filter(
    ({ file, text }) => /\.transaction\(/.test(text) && !file.startsWith('lib/testing/'),
  );
  expect(opening.map(({ file }) => file).sort()).toEqual(bookkeeping.sort());
});

test('verbs do not call verbs', () => {
  const verb = /^lib\/domain\/\w+\/(create|edit|delete|restore|add|set|get|list)-[\w-]+$/;
  const calls = domain
    .filter(({ file }) => verb.test(file.replace(/\.ts$/, '')))
    .flatMap(({ file, text, imports }) =>
      imports.filter((name) => verb.test(name) && !isTypeImport(text, name)).map((name) => `${file} → ${name}`),
    );
  expect(calls).toEqual([]);
});

function isTypeImport(text: string, name: string): boolean {
  const last = name.split('/').at(-1) ?? '';
  return new RegExp(`import (type )?\\{[^}]*\\btype [^}]*\\} from '[^']*${last}'|import type .*${last}'`).test(text);
}

test('no file of the product is longer than 250 lines', () => {
  const long = ['app', 'components', 'db', 'lib'].flatMap(sourcesIn).filter(({ text }) => text.split('\n').length > 250);
  expect(long.map(({ file }) => file)).toEqual([]);
});
