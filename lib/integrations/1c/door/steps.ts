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

async function refuseGoods(): Promise<Reply> {
  return refuse('onec_no_goods');
}

const orders: Record<string, Handler> = {
  init: { run: beginFiles },
  query: { run: sendOrders },
  success: { run: confirmOrders },
  file: { run: takePart, receive },
  import: { run: importFile },
  info: { run: tellStatuses },
};

const goods: Record<string, Handler> = Object.fromEntries(
  ['init', 'file', 'import', 'deactivate', 'complete'].map((mode) => [mode, { run: refuseGoods }]),
);

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
