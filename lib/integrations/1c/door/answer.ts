import { encode } from 'iconv-lite';
import { isDbError } from '@/db/engines/db-error';
import { type ConnectionRow, findAnyConnection, updateConnectionState } from '@/db/queries/connections';
import { insertExchange } from '@/db/queries/exchanges';
import type { ExchangeOutcome } from '@/lib/domain/deliveries/schema';
import { uploadLimit } from '@/lib/files/uploads';
import { log } from '@/lib/log';
import { oneCSettings } from '../settings';
import { bookkeep } from './bookkeep';
import { inTurn } from './in-turn';
import { loadSession, saveSession } from './session';
import { signIn } from './sign-in';
import { handlerOf, isKnownType } from './steps';
import { type DoorCall, Refused, type Reply, refuse, type Visit } from './visit';
import { sentence } from './words';
import { receivePart } from './work-folder';

/** What 1C reads. Whatever happens comes with HTTP status 200: of any other, 1C shows nothing but that there was one. */
export interface DoorAnswer {
  bytes: Uint8Array;
  contentType: string;
}

const charsets = { 'windows-1251': 'windows-1251', 'utf-8': 'utf-8' } as const;
type Encoding = keyof typeof charsets;

function answerIn(encoding: Encoding, answer: Reply['answer']): DoorAnswer {
  const charset = charsets[encoding];
  if (answer instanceof Uint8Array) return { bytes: answer, contentType: `application/xml; charset=${charset}` };
  return { bytes: encode(answer.join('\n'), charset), contentType: `text/plain; charset=${charset}` };
}
