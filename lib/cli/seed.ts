import { parseArgs } from 'node:util';
import { closeEngine, getEngine } from '@/db/client';
import { databaseUrl } from '@/db/dialect/name';
import { isDbError } from '@/db/engines/db-error';
import { isDay } from '@/lib/domain/period';
import { hasUsers } from '@/lib/domain/users/list-users';
import { seedDatabase } from '@/lib/seed/seed';
import { CommandError, runCommand } from './command';
import { progressLine } from './progress';

const usage = 'npm run seed -- [--clients N] [--orders N] [--seed S] [--until YYYY-MM-DD]';
const most = 20_000_000;

function count(name: string, typed: string): number {
  const number = Number(typed);
  if (!/^\d{1,8}$/.test(typed) || number > most) throw new CommandError(`--${name} is a whole number up to ${most}.\n${usage}`);
  return number;
}

await runCommand(async (_ctx, args) => {
  const { values } = parseArgs({
    args,
    options: {
      clients: { type: 'string', default: '100000' },
      orders: { type: 'string', default: '1000000' },
      seed: { type: 'string', default: '1' },
      until: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    },
  });
  const { until } = values;
  const size = {
    clients: count('clients', values.clients),
    orders: count('orders', values.orders),
    seed: count('seed', values.seed),
    until,
  };
  if (!isDay(until)) throw new CommandError(`--until is a day as 2026-12-31.\n${usage}`);
  if (size.orders > 0 && size.clients === 0) throw new CommandError('Orders need at least one client.');
  // The load wants an SQLite file for itself.
  await closeEngine();
  const started = Date.now();
  const { step, end } = progressLine('Seeding');
  try {
    await seedDatabase(databaseUrl(), size, step);
  } catch (error) {
    if (isDbError(error) && error.kind === 'busy') throw new CommandError('Another program has the database open: stop it, then seed.');
    throw error;
  } finally {
    end();
  }
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  process.stdout.write(`${size.clients} clients, ${size.orders} orders up to ${until} (seed ${size.seed}) in ${seconds} s\n`);
  if (!(await hasUsers(getEngine()))) {
    process.stdout.write('There is no user yet: npm run user -- add NAME --role admin --password-stdin\n');
  }
  return 0;
});
