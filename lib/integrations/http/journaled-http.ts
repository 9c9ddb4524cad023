import type { Engine } from '@/db/engines/engine';
import type { Problem } from '@/lib/domain/connections/schema';
import type { OpenConnection } from '../provider';
import { bodyText, messageText } from './excerpt';
import type { GuardedHttp } from './guarded-http';
import { isSecretHeader, maskText } from './mask';
import { noteExchange } from './note-exchange';
import { outcomeOf } from './outcome-of';
import type { Pace } from './pace';
import { pacing } from './pacing';
import { isPeerError, type PeerAnswer, type PeerHttp, type PeerRequest, type Told } from './peer-http';

export interface JournaledOptions {
  db: Engine;
  connection: OpenConnection;
  pace: Pace | undefined;
  now: () => Date;
  signal: AbortSignal;
  deliveryId: number | undefined;
  runId: number | undefined;
  network: GuardedHttp;
}

/** Values of headers that are secrets by their nature, also without the word in front: what an answer may repeat. */
function headerSecrets(headers: Readonly<Record<string, string>>): string[] {
  const values = Object.entries(headers).flatMap(([name, value]) => (isSecretHeader(name) ? value : []));
  return values.flatMap((value) => [value, value.slice(value.indexOf(' ') + 1)]);
}

function outcomeAndNote({ tell }: PeerRequest, answer: PeerAnswer, now: Date): Told {
  const told = tell?.(answer);
  if (told) return told;
  const found = outcomeOf(answer, now);
  if (found.kind === 'done') return { outcome: 'ok', note: { code: 'accepted', values: { status: answer.status } } };
  return { outcome: 'refused', note: { code: found.problem.code, values: { status: answer.status } } };
}

/** A connection's way to the network: in its pace, and with every request and answer in its journal. */
export function journaledHttp(options: JournaledOptions): PeerHttp {
  const { db, connection, now, signal, deliveryId, runId, network } = options;
  const pace = pacing(options);

  async function note(request: PeerRequest, at: Date, told: { answer?: PeerAnswer; problem?: Problem }): Promise<void> {
    const { method, url, subject = `${method} ${url}`, headers = {}, body, secretAnswer = false } = request;
    const { answer, problem } = told;
    const failed = { outcome: 'failed' as const, note: { code: problem?.code ?? 'unexpected', values: problem?.values } };
    await noteExchange(
      db,
      connection,
      {
        at,
        durationMs: Math.max(now().getTime() - at.getTime(), 0),
        direction: 'out',
        subject,
        status: answer?.status ?? null,
        ...(answer ? outcomeAndNote(request, answer, now()) : failed),
        request: messageText(headers, bodyText(body)),
        answer: answer ? messageText(answer.headers, secretAnswer ? maskText : bodyText(answer.body)) : '',
        deliveryId,
        runId,
      },
      headerSecrets({ ...headers, ...answer?.headers }),
    );
  }

  return {
    async send(request) {
      await pace.turn();
      const at = now();
      let answer: PeerAnswer;
      try {
        answer = await network.send(request, signal);
      } catch (error) {
        await note(request, at, { problem: isPeerError(error) ? error.problem : { code: 'unexpected' } });
        throw error;
      }
      await note(request, at, { answer });
      await pace.heed(answer);
      return answer;
    },
  };
}
