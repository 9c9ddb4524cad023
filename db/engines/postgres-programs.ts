import { spawn } from 'node:child_process';
import { accessSync, constants, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { BackupError } from './backup';

/** PostgreSQL's own programs are not on this machine. */
export class MissingProgram extends BackupError {}

/** Where Debian keeps the programs of each version, the newest first. */
function debianFolders(): string[] {
  const root = '/usr/lib/postgresql';
  try {
    return readdirSync(root)
      .sort((a, b) => Number(b) - Number(a))
      .map((version) => join(root, version, 'bin'));
  } catch {
    return [];
  }
}

function find(program: string): string {
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...debianFolders()];
  const found = folders
    .map((folder) => join(folder, program))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
  if (!found) throw new MissingProgram(`The program ${program} is missing: install the client programs of PostgreSQL (postgresql-client).`);
  return found;
}

/** Runs `pg_dump` or `pg_restore` on a database. The password goes by the environment, where other users do not see it. */
export async function runOn(program: 'pg_dump' | 'pg_restore', url: string, args: string[]): Promise<void> {
  const address = new URL(url);
  const password = decodeURIComponent(address.password);
  address.password = '';
  const env = { ...process.env, ...(password ? { PGPASSWORD: password } : {}) };
  const child = spawn(find(program), [`--dbname=${address}`, ...args], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise<number | null>((done, fail) => child.once('error', fail).once('close', done));
  if (code !== 0) throw new BackupError(said.trim().split('\n').slice(0, 3).join(' ') || `${program} ended with ${code}.`);
}
