import { randomUUID } from 'node:crypto';
import { closeEngine, getEngine } from '@/db/client';
import { databaseUrl } from '@/db/dialect/name';
import { migrate } from '@/db/migrate';
import type { Ctx } from '@/lib/domain/context';
import { isDomainError } from '@/lib/domain/errors';
import { apiWords, wordIssues } from '@/lib/i18n/api-translator';

/** A command cannot go on; the message is for the person who typed it. */
export class CommandError extends Error {}

/** Whoever has the shell may do everything. */
export function commandCtx(): Ctx {
  return { actor: { type: 'system', name: 'cli' }, source: 'cli', requestId: randomUUID(), now: () => new Date(), db: getEngine() };
}

function sentenceOf(error: unknown): string {
  if (!isDomainError(error)) return error instanceof Error ? error.message : String(error);
  const words = apiWords('ru');
  const { fields = {}, values } = error.details;
  const named = Object.entries(wordIssues(words, fields)).map(([name, issues]) => `${name}: ${issues.join('; ')}`);
  return [words.error(error.code, { fields: Object.keys(fields).join(', '), ...values }), ...named].join('\n');
}

/** Runs and closes. The command's number is the exit code; a refusal is one sentence on standard error and 1. */
export async function runBare(run: (args: string[]) => Promise<number>): Promise<void> {
  try {
    process.exitCode = await run(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${sentenceOf(error)}\n`);
    process.exitCode = 1;
  } finally {
    await closeEngine();
  }
}

/** The same after migrating the database. */
export function runCommand(run: (ctx: Ctx, args: string[]) => Promise<number>): Promise<void> {
  return runBare(async (args) => {
    await migrate(databaseUrl());
    return run(commandCtx(), args);
  });
}
