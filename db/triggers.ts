import type { DialectName } from './dialect/name';

/**
 * Triggers that make the journal append-only and, on SQLite, keep the search index with its texts. The migrator re-creates
 * them after every change of the schema, because rebuilding a table drops its triggers, and start-up refuses when one is missing.
 */
interface Trigger {
  name: string;
  table: string;
  create: string;
}

const appendOnly = ['operations', 'changes', 'seals'];

/** SQLite's search indexes over `client_texts` and `order_texts`. */
export const searchIndexes = ['client_index', 'order_index'];

/** The only change a value row allows: emptied by an erasure that the journal knows. */
const erasure = `NEW.salt IS NULL AND NEW.json IS NULL AND NEW.change_id = OLD.change_id
  AND EXISTS (SELECT 1 FROM operations WHERE id = NEW.erased_by AND kind = 'privacy.erase')`;

/** FTS5 with external content knows of a change what it is told: https://sqlite.org/fts5.html#external_content_tables */
function indexTriggers(entity: 'client' | 'order'): Trigger[] {
  const [table, index, key] = [`${entity}_texts`, `${entity}_index`, `${entity}_id`];
  const add = `INSERT INTO ${index}(rowid, text) VALUES (NEW.${key}, NEW.text);`;
  const remove = `INSERT INTO ${index}(${index}, rowid, text) VALUES ('delete', OLD.${key}, OLD.text);`;
  const after = (event: string, name: string, work: string, when = ''): Trigger => ({
    name: `${table}_${name}`,
    table,
    create: `CREATE TRIGGER ${table}_${name} AFTER ${event} ON ${table} ${when} BEGIN ${work} END`,
  });
  return [
    after('INSERT', 'insert', add),
    after('DELETE', 'delete', remove),
    after('UPDATE', 'update', `${remove} ${add}`, 'WHEN OLD.text <> NEW.text'),
  ];
}

function sqliteTriggers(): Trigger[] {
  const refuse = (name: string, table: string, event: string, when = ''): Trigger => ({
    name,
    table,
    create: `CREATE TRIGGER ${name} BEFORE ${event} ON ${table} ${when} BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END`,
  });
  return [
    ...appendOnly.flatMap((table) => [refuse(`${table}_no_update`, table, 'UPDATE'), refuse(`${table}_no_delete`, table, 'DELETE')]),
    refuse('change_values_no_delete', 'change_values', 'DELETE'),
    refuse('change_values_erase_only', 'change_values', 'UPDATE', `WHEN NOT (${erasure})`),
    ...indexTriggers('client'),
    ...indexTriggers('order'),
  ];
}

function postgresTriggers(): Trigger[] {
  const trigger = (table: string, event: string, call: string, each: 'ROW' | 'STATEMENT' = 'ROW'): Trigger => {
    const name = `${table}_no_${event.toLowerCase()}`;
    return { name, table, create: `CREATE TRIGGER ${name} BEFORE ${event} ON ${table} FOR EACH ${each} EXECUTE FUNCTION ${call}()` };
  };
  return [
    ...appendOnly.flatMap((table) => [trigger(table, 'UPDATE', 'journal_refuse'), trigger(table, 'DELETE', 'journal_refuse')]),
    trigger('change_values', 'DELETE', 'journal_refuse'),
    trigger('change_values', 'UPDATE', 'journal_erase_only'),
    ...[...appendOnly, 'change_values'].map((table) => trigger(table, 'TRUNCATE', 'journal_refuse', 'STATEMENT')),
  ];
}

const postgresFunctions = [
  `CREATE OR REPLACE FUNCTION journal_refuse() RETURNS trigger LANGUAGE plpgsql AS
   $$ BEGIN RAISE EXCEPTION 'the journal is append-only'; END $$`,
  `CREATE OR REPLACE FUNCTION journal_erase_only() RETURNS trigger LANGUAGE plpgsql AS
   $$ BEGIN IF ${erasure} THEN RETURN NEW; END IF; RAISE EXCEPTION 'the journal is append-only'; END $$`,
];

/** Names of the triggers a database of this program must have. */
export function triggerNames(dialect: DialectName): string[] {
  return triggersOf(dialect).map((trigger) => trigger.name);
}

/** Statements that (re-)create every trigger. */
export function triggerStatements(dialect: DialectName): string[] {
  const functions = dialect === 'postgres' ? postgresFunctions : [];
  const drop = ({ name, table }: Trigger) =>
    dialect === 'postgres' ? `DROP TRIGGER IF EXISTS ${name} ON ${table}` : `DROP TRIGGER IF EXISTS ${name}`;
  return [...functions, ...triggersOf(dialect).flatMap((trigger) => [drop(trigger), trigger.create])];
}

function triggersOf(dialect: DialectName): Trigger[] {
  return dialect === 'postgres' ? postgresTriggers() : sqliteTriggers();
}
