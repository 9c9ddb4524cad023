import { encode } from 'iconv-lite';
import type { OneCSettings } from '../settings';
import type { Reply } from './visit';

/** What 1C reads. Whatever happens comes with HTTP status 200: of any other, 1C shows nothing but that there was one. */
export interface DoorAnswer {
  bytes: Uint8Array;
  contentType: string;
}

/** An answer in the encoding of a connection: lines of text, or XML that is in it already. */
export function answerIn(encoding: OneCSettings['encoding'], answer: Reply['answer']): DoorAnswer {
  if (answer instanceof Uint8Array) return { bytes: answer, contentType: `application/xml; charset=${encoding}` };
  return { bytes: encode(answer.join('\n'), encoding), contentType: `text/plain; charset=${encoding}` };
}
