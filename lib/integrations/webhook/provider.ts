import { randomUUID } from 'node:crypto';
import type { DeliveryRow } from '@/db/queries/deliveries';
import { keepBody } from '@/lib/domain/deliveries/keep-body';
import type { PeerAnswer } from '../http/peer-http';
import type { CheckReport, Outcome, Provider, Work } from '../provider';
import { bodyOf, testText } from './body';
import { outcomeOf } from './outcome';
import { type WebhookSettings, webhookSettings } from './settings';
import { type Signed, signedHeaders, signingSecrets } from './sign';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** Of an answer nothing counts but its status; the journal of requests shows its beginning. */
const answerBytes = 16 * 1024;

type WebhookWork = Work<WebhookSettings>;

/** Posts a message signed at this moment; undefined when there is no secret to sign with. */
async function post(work: WebhookWork, { id, body }: Pick<Signed, 'id' | 'body'>): Promise<PeerAnswer | undefined> {
  const now = work.now();
  const secrets = signingSecrets(work.connection.secrets, now);
  if (secrets.length === 0) return undefined;
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    ...signedHeaders(secrets, { id, timestamp: Math.floor(now.getTime() / second), body }),
  };
  return work.http.send({ method: 'POST', url: work.connection.settings.url, headers, body, timeoutMs: 15 * second, answerBytes });
}

async function deliver(work: WebhookWork, delivery: DeliveryRow): Promise<Outcome> {
  let { body } = delivery;
  if (body === null) {
    body = await work.db.read((tx) => bodyOf(tx, delivery, work.connection.settings.full === '1'));
    await keepBody(work.db, delivery.id, body);
  }
  const answer = await post(work, { id: delivery.uid, body });
  return answer ? outcomeOf(answer, work.now()) : { kind: 'pause', problem: { code: 'secret_lost' } };
}

/** A receiver has nothing to read, so it is tried with a test event. */
async function check(work: WebhookWork): Promise<CheckReport> {
  const answer = await post(work, { id: randomUUID(), body: testText(work.now().getTime()) });
  if (!answer) return { ok: false, lines: [{ ok: false, code: 'secret_lost' }] };
  const ok = outcomeOf(answer, work.now()).kind === 'done';
  return { ok, lines: [{ ok, code: ok ? 'test_taken' : 'test_refused', values: { status: answer.status } }] };
}

/** Events by HTTP to whoever listens: Standard Webhooks 1.0. */
export const webhook: Provider<WebhookSettings> = {
  kind: 'webhook',
  settings: webhookSettings,
  form: ['url', 'full'],
  secrets: [{ name: 'secret', origin: 'made' }],
  topics: [],
  merges: false,
  // About 75 hours in all, as the specification proposes.
  delays: [5 * second, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 14 * hour, 20 * hour, 24 * hour],
  deliver,
  check,
};
