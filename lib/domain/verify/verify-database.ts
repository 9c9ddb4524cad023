import { tmpdir } from 'node:os';
import type { Engine, Tx, View } from '@/db/engines/engine';
import { countEverything } from '@/db/queries/check';
import { sealJournal } from '../journal/seal';
import { verifyChain } from '../journal/verify-chain';
import { verifyClients } from './verify-clients';
import { verifyControl } from './verify-control';
import { verifyDays } from './verify-days';
import { verifyOrders } from './verify-orders';
import { type CheckContent, verifyContents, verifyParts } from './verify-parts';
import { verifyProducts } from './verify-products';
import { verifySmallRecords } from './verify-versions';

export interface Verification {
  /** What was looked at. */
  counts: { clients: number; orders: number; payments: number; operations: number };
  /** One sentence each; empty when everything is whole. */
  problems: string[];
}

export interface VerifyOptions {
  /** Where SQLite's copy lies meanwhile; null when nobody else has the database, and it is looked at as it is. */
  folder?: string | null;
  progress?: (done: number, all: number) => void;
  /** Looks at one attached content; absent where contents are not at hand. */
  content?: CheckContent;
}

type Work = Required<Pick<VerifyOptions, 'progress'>> & Pick<VerifyOptions, 'content'>;

async function verifyRecords(tx: Tx, { progress, content }: Work): Promise<Verification> {
  const counts = await countEverything(tx);
  const all = counts.clients + counts.orders + counts.operations;
  let done = 0;
  const step = (records: number) => {
    done += records;
    progress(done, all);
  };
  const problems = [
    ...(await verifyClients(tx, step)),
    ...(await verifyOrders(tx, step)),
    ...(await verifyProducts(tx)),
    ...(await verifyParts(tx)),
    ...(content ? await verifyContents(tx, content) : []),
    ...(await verifyDays(tx)),
    ...(await verifyControl(tx, () => new Date())),
    ...(await verifySmallRecords(tx)),
    ...(await verifyChain(tx, step)).problems,
  ];
  return { counts, problems };
}

/**
 * Checks everything that can be computed twice: storage, references, totals, payments, comments and files, day totals, every
 * sum that is shown, searched texts and their index, versions and the journal's chain. Works beside a running server over one
 * view of the data.
 */
export async function verifyDatabase(db: Engine, { folder = tmpdir(), progress = () => undefined, content }: VerifyOptions = {}) {
  await sealJournal(db);
  return db.view(folder, async ({ tx, broken }: View): Promise<Verification> => {
    const { counts, problems } = await verifyRecords(tx, { progress, content });
    return { counts, problems: [...(await broken), ...problems] };
  });
}
