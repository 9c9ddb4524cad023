import { closeEngine, getEngine } from '@/db/client';
import { databaseUrl } from '@/db/dialect/name';
import { migrate } from '@/db/migrate';
import { hasUsers } from '@/lib/domain/users/list-users';
import { fillDemo } from '@/lib/seed/demo';

/** Makes the demonstration database unless it is there already. */
export async function prepareDemo(): Promise<void> {
  await migrate(databaseUrl());
  if (await hasUsers(getEngine())) return;
  process.stdout.write('Filling the demonstration database: 300 clients, 2 000 orders …\n');
  try {
    await fillDemo(getEngine(), { clients: 300, orders: 2000, seed: 1 }, new Date());
  } catch (error) {
    await closeEngine();
    throw error;
  }
}
