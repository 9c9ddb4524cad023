import { expect, test } from 'vitest';
import { createPostgresEngine } from './postgres';

test('a server that cannot be reached is “away”, with the driver’s own word', async () => {
  const engine = createPostgresEngine('postgres://nobody@127.0.0.1:1/nothing');
  await expect(engine.read(async () => 1)).rejects.toMatchObject({ code: 'db_error', kind: 'away', constraint: 'ECONNREFUSED' });
  await expect(engine.transaction(async () => 1)).rejects.toMatchObject({ kind: 'away' });
  await engine.close();
});
