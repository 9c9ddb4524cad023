import { expect, test } from 'vitest';
import { breathe } from './breathe';

function work(ms: number): void {
  for (const end = performance.now() + ms; performance.now() < end; );
}

function turn(): Promise<void> {
  return new Promise((done) => setImmediate(done));
}

test('short work does not wait, however long ago the last one was', async () => {
  await turn();
  let turned = false;
  setImmediate(() => {
    turned = true;
  });
  for (let n = 0; n < 3; n++) await breathe();
  expect(turned).toBe(false);
});

test('long work lets others have their turn', async () => {
  await turn();
  let turned = false;
  setImmediate(() => {
    turned = true;
  });
  await breathe();
  work(8);
  await breathe();
  expect(turned).toBe(true);
});
