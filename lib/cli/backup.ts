import { databaseUrl } from '@/db/dialect/name';
import { backUp } from '@/lib/backup/back-up';
import { sealJournal } from '@/lib/domain/journal/seal';
import { filesFolder } from '@/lib/files/folder';
import { CommandError, runCommand } from './command';
import { progressLine } from './progress';

// All of the data, in a file that others need not read.
process.umask(0o077);

await runCommand(async (ctx, args) => {
  const [file, ...more] = args;
  if (!file || file.startsWith('-') || more.length > 0) throw new CommandError('npm run backup -- FILE');
  // So that the copy has the order of operations as the database has it.
  await sealJournal(ctx.db);
  const { step, end } = progressLine('Verifying the backup');
  const look = { files: filesFolder(), progress: step };
  const { clients, orders, operations, files } = await backUp(databaseUrl(), file, look).finally(end);
  process.stdout.write(
    `Wrote and tried out ${file}: ${clients} clients, ${orders} orders, ${operations} operations${files > 0 ? `, ${files} files` : ''}\n`,
  );
  return 0;
});
