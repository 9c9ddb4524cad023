import { databaseUrl } from '@/db/dialect/name';
import { backUp } from '@/lib/backup/back-up';
import { sealJournal } from '@/lib/domain/journal/seal';
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
  const { clients, orders, operations } = await backUp(databaseUrl(), file, step).finally(end);
  process.stdout.write(`Wrote and tried out ${file}: ${clients} clients, ${orders} orders, ${operations} operations\n`);
  return 0;
});
