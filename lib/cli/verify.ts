import { verifyDatabase } from '@/lib/domain/verify/verify-database';
import { runCommand } from './command';

await runCommand(async (ctx) => {
  const { counts, problems } = await verifyDatabase(ctx.db);
  for (const problem of problems) process.stdout.write(`PROBLEM ${problem}\n`);
  process.stdout.write(
    `${counts.orders} orders, ${counts.operations} operations: ${problems.length === 0 ? 'whole' : `${problems.length} problems`}\n`,
  );
  return problems.length === 0 ? 0 : 1;
});
