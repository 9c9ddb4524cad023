import { writeInfo } from '../commerceml/info';
import { importFile } from './import-file';
import { confirmOrders, sendOrders } from './send-orders';
import type { Session } from './session';
import { beginFiles, receive, takePart } from './take-files';
import { type Reply, refuse, type Step, type Visit } from './visit';
import type { Part } from './work-folder';

interface Handler {
  run: (step: Step) => Promise<Reply>;
  /** Takes the bytes of the call in, before it is its turn. */
  receive?: (visit: Visit, session: Session) => Promise<Part>;
}

/** `info`: what whoever sets the exchange up in 1C chooses statuses from. */
async function tellStatuses({ settings }: Step): Promise<Reply> {
  return { answer: writeInfo(settings.encoding), brief: 'CommerceML', note: { code: 'onec_info' } };
}

/** Only where whoever connected 1C lets it bring goods. */
function ifWanted(run: Handler['run']): Handler['run'] {
  return (step) => (step.settings.take_goods ? run(step) : refuse('onec_no_goods'));
}

/** `deactivate`, `complete`: 1C has told all it has. What it did not name stays: a good leaves by its own mark. */
async function endGoods(): Promise<Reply> {
  return { answer: ['success'], note: { code: 'onec_goods_end' } };
}

const orders: Record<string, Handler> = {
  init: { run: beginFiles },
  query: { run: sendOrders },
  success: { run: confirmOrders },
  file: { run: takePart, receive },
  import: { run: importFile },
  info: { run: tellStatuses },
};

const goods: Record<string, Handler> = {
  init: { run: ifWanted(beginFiles) },
  file: { run: ifWanted(takePart), receive },
  import: { run: ifWanted(importFile) },
  deactivate: { run: ifWanted(endGoods) },
  complete: { run: ifWanted(endGoods) },
};

/** What is exchanged, and the steps of it. */
const types: Record<string, Record<string, Handler>> = { sale: orders, catalog: goods };

/** Whether something of this type is exchanged here. */
export function isKnownType(type: string): boolean {
  return Object.hasOwn(types, type);
}

/** What a type and a mode ask for, once somebody has signed in. */
export function handlerOf(type: string, mode: string): Handler | undefined {
  const modes = Object.hasOwn(types, type) ? types[type] : undefined;
  return modes && Object.hasOwn(modes, mode) ? modes[mode] : undefined;
}
