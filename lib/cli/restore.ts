import { parseArgs } from 'node:util';
import { databaseUrl } from '@/db/dialect/name';
import { restore } from '@/lib/backup/restore';
import { databaseMark, filesFolder } from '@/lib/files/folder';
import { CommandError, runBare } from './command';
import { progressLine } from './progress';

const usage = 'npm run restore -- FILE --yes';

await runBare(async (args) => {
  const { positionals, values } = parseArgs({ args, allowPositionals: true, options: { yes: { type: 'boolean' } } });
  const [file, ...more] = positionals;
  if (!file || more.length > 0) throw new CommandError(usage);
  if (!values.yes) throw new CommandError(`This puts ${file} in place of the database; if that is wanted: ${usage}`);
  const { step, end } = progressLine('Verifying the backup');
  const look = { files: filesFolder(), mark: databaseMark(), progress: step };
  const { counts, contents, replaced } = await restore(databaseUrl(), file, look).finally(end);
  process.stdout.write(
    `Restored ${counts.clients} clients, ${counts.orders} orders, ${counts.operations} operations${contents > 0 ? `, ${contents} files` : ''}\n`,
  );
  if (replaced) process.stdout.write(`The replaced database is kept as ${replaced}\n`);
  return 0;
});
