import type { Ctx } from '@/lib/domain/context';
import { instantOf } from '@/lib/domain/day-start';
import { type Through, takeClient, takeOrder, takePayment, takeShipment } from '@/lib/domain/exchange/take-documents';
import type { Taken } from '@/lib/domain/exchange/taken';
import { maxTotalMinor, parseDecimal } from '@/lib/domain/money';
import type { PaymentMethod } from '@/lib/domain/payments/schema';
import { dayInZone } from '@/lib/domain/period';
import type { CmlDocument, CmlParty } from '../commerceml/document';
import type { RulesOf1c } from '../rules';
import { buyerOf, clientFrom } from './client-from';
import { linesFrom, lineText } from './lines-from';
import { type ApplyNote, ApplyRefusal } from './notes';
import { dayIn, paidIn, shippedIn, statusIn } from './requisite-values';

/** What documents are taken over with. */
export interface Taking extends Through {
  settings: RulesOf1c;
  timeZone: string;
  /** Three letters. */
  currency: string;
}

/** What became of a document, and what is to be said about it. */
export interface Applied {
  outcome: Taken['outcome'];
  operationId?: number;
  notes: ApplyNote[];
}

/** Kinds of documents about money, as 1C and Bitrix name them; money that goes back is less than nothing. */
const moneyKinds: [kind: RegExp, method: PaymentMethod, sign: 1 | -1][] = [
  [/^выплата безналичных денег/i, 'bank', 1],
  [/^выплата наличных денег/i, 'cash', 1],
  [/^эквайринговая операция/i, 'card', 1],
  [/^возврат безналичных денег/i, 'bank', -1],
  [/^возврат наличных денег/i, 'cash', -1],
];

const roubles = ['', 'руб', 'rub', 'rur', '643', 'р'];

/** Sums in another currency are not ours to add up. */
function refuseCurrency({ currency }: CmlDocument, own: string): void {
  const told = currency.toLowerCase().replace('.', '');
  const same = told === '' || told === own.toLowerCase() || (own === 'RUB' && roubles.includes(told));
  if (!same) throw new ApplyRefusal('currency_differs', { currency, own });
}

/** A document that was deleted or taken out of the books says that what it is about has not happened. */
function isGone({ deleted, posted }: CmlDocument): boolean {
  return deleted === true || posted === false;
}

function madeAt({ day, time }: CmlDocument, timeZone: string): number | undefined {
  const known = dayIn(day);
  return known ? instantOf(known, /^\d\d:\d\d:\d\d$/.test(time) ? time : '00:00:00', timeZone) : undefined;
}

async function order(ctx: Ctx, taking: Taking, document: CmlDocument, today: string): Promise<Applied> {
  const { status, unknown } = statusIn(document, taking.settings.statuses);
  if (document.items || document.sum) refuseCurrency(document, taking.currency);
  const buyer = buyerOf(document.parties);
  const made = madeAt(document, taking.timeZone);
  const taken = await takeOrder(ctx, taking, {
    remoteId: document.id,
    number: document.number,
    ownNumber: document.number1c,
    ownDay: dayIn(document.day1c) ?? '',
    day: dayIn(document.day) ?? null,
    // What is not understood is asked about again when it is.
    version: unknown === undefined ? document.version : '',
    items: linesFrom(document),
    status,
    deleted: document.deleted ?? undefined,
    ...shippedIn(document, today),
    paid: paidIn(document, today),
    client: buyer && clientFrom(buyer),
    description: document.comment.replace(/[^\P{Cc}\t\n\r]|\p{Cs}/gu, '').slice(0, 10_000),
    ...(made === undefined ? {} : { madeAt: made }),
  });
  const own = unknown === undefined ? [] : [{ code: 'status_unknown' as const, values: { status: unknown } }];
  return { ...taken, notes: [...taken.notes.map(({ code, values = {} }) => ({ code, values })), ...own] };
}

/** A number of theirs for people: what stands on the paper. */
const shownNumber = ({ number, number1c, id }: CmlDocument) => lineText(number1c || number || id, 100);

async function money(ctx: Ctx, taking: Taking, document: CmlDocument, [, method, sign]: (typeof moneyKinds)[number]): Promise<Taken> {
  const paper = { remoteId: document.id || document.number, base: document.base };
  if (paper.remoteId === '') throw new ApplyRefusal('money_unreadable');
  if (isGone(document)) return takePayment(ctx, taking, paper);
  refuseCurrency(document, taking.currency);
  const [day, amount] = [dayIn(document.day) ?? dayIn(document.day1c), parseDecimal(document.sum, 2)];
  if (!day) throw new ApplyRefusal('day_unreadable');
  if (!amount || Math.abs(amount) > maxTotalMinor) throw new ApplyRefusal('money_unreadable');
  return takePayment(ctx, taking, { ...paper, money: { day, amountMinor: sign * amount, method, note: shownNumber(document) } });
}

async function shipment(ctx: Ctx, taking: Taking, document: CmlDocument): Promise<Taken> {
  const day = dayIn(document.day) ?? dayIn(document.day1c);
  if (!day) throw new ApplyRefusal('day_unreadable');
  return takeShipment(ctx, taking, { base: document.base, day, gone: !isGone(document) });
}

/**
 * Takes over one document by its kind. Throws {@link ApplyRefusal} for what cannot be held exactly, and what the verbs throw; then
 * nothing of it is taken.
 */
export async function takeDocument(ctx: Ctx, taking: Taking, document: CmlDocument): Promise<Applied> {
  const today = dayInZone(ctx.now(), taking.timeZone);
  const operation = document.operation.trim();
  if (operation === '' || /^заказ( товара| покупателя|$)/i.test(operation)) return order(ctx, taking, document, today);
  const kind = moneyKinds.find(([name]) => name.test(operation));
  const plain = ({ notes, ...taken }: Taken): Applied => ({ ...taken, notes: notes.map(({ code, values = {} }) => ({ code, values })) });
  if (kind) return plain(await money(ctx, taking, document, kind));
  if (/^отпуск товара/i.test(operation)) return plain(await shipment(ctx, taking, document));
  throw new ApplyRefusal('operation_unknown', { operation: lineText(operation, 60) });
}

/** Takes over a counterparty that stands in a file by itself. */
export async function takeParty(ctx: Ctx, taking: Taking, party: CmlParty): Promise<Applied> {
  const client = clientFrom(party);
  if (!client) return { outcome: 'skipped', notes: [] };
  const { notes, ...taken } = await takeClient(ctx, taking, client);
  return { ...taken, notes: notes.map(({ code, values = {} }) => ({ code, values })) };
}
