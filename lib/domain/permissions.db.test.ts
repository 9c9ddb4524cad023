import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { ctxOf, systemCtx } from '@/lib/testing/people';
import { countBulk, getBulkRun, listBulkRuns } from './bulk/get-bulk';
import { startBulk, stopBulk } from './bulk/start-bulk';
import { countClients } from './clients/count-clients';
import { createClient } from './clients/create-client';
import { deleteClient } from './clients/delete-client';
import { editClient } from './clients/edit-client';
import { findClientNeighbours } from './clients/find-neighbours';
import { getClient, getClientCard } from './clients/get-client';
import { listClientMonths } from './clients/list-client-months';
import { listClientPage, listClients, suggestClients } from './clients/list-clients';
import { nameClients } from './clients/name-clients';
import { restoreClient } from './clients/restore-client';
import { addComment } from './comments/add-comment';
import { deleteComment } from './comments/delete-comment';
import { createConnection } from './connections/create-connection';
import { deleteConnection } from './connections/delete-connection';
import { editConnection } from './connections/edit-connection';
import { getConnection } from './connections/get-connection';
import { haltConnection } from './connections/halt-connection';
import { listConnections } from './connections/list-connections';
import { nameConnections } from './connections/name-connections';
import { pauseConnection, resumeConnection } from './connections/pause-connection';
import { rotateSecret } from './connections/rotate-secret';
import type { Ctx } from './context';
import { getDelivery, listDeliveries } from './deliveries/list-deliveries';
import { getExchange, listExchanges } from './deliveries/list-exchanges';
import { replayDeliveries, retryDead, retryDelivery, skipDelivery } from './deliveries/requeue-deliveries';
import { sendTest } from './deliveries/send-test';
import { findSimilarClients } from './duplicates/find-similar';
import { getMerge } from './duplicates/get-merge';
import { listDuplicates } from './duplicates/list-duplicates';
import { mergeClients } from './duplicates/merge-clients';
import { isDomainError } from './errors';
import { decideConflict } from './exchange/decide-conflict';
import { listConflicts } from './exchange/list-conflicts';
import { listRecordLinks } from './exchange/list-record-links';
import { getExchangeRun, listExchangeRuns, listFindings } from './exchange/list-runs';
import { getMapping, saveMapping } from './exchange/mapping';
import { fixFinding, fixFindings, startExchangeRun, stopExchangeRun } from './exchange/start-run';
import { takeClient, takeOrder, takePayment, takeShipment } from './exchange/take-documents';
import { takeGoods } from './exchange/take-goods';
import { exportClients } from './exports/export-clients';
import { exportHistory } from './exports/export-history';
import { exportJournal } from './exports/export-journal';
import { exportOrderLines, exportOrders } from './exports/export-orders';
import { exportProducts } from './exports/export-products';
import type { Exported } from './exports/open-export';
import { addFile } from './files/add-file';
import { deleteFile } from './files/delete-file';
import { getFile } from './files/get-file';
import { lastChange, ownLastOperation } from './history/last-operation';
import { listChanges } from './history/list-changes';
import { listHistory } from './history/list-history';
import { nameDeleters } from './history/name-deleters';
import { applyImport, stopImport } from './imports/apply-import';
import { chooseAll, chooseRow, fixCell } from './imports/fix-row';
import { getImport, listImports } from './imports/get-import';
import { listImportRows } from './imports/list-rows';
import { setMapping, setReading } from './imports/set-mapping';
import { type StartImport, startImport } from './imports/start-import';
import { getOvertaken } from './merge/get-overtaken';
import { countOrders } from './orders/count-orders';
import { createOrder } from './orders/create-order';
import { deleteOrder } from './orders/delete-order';
import { editOrder } from './orders/edit-order';
import { findOrderNeighbours } from './orders/find-neighbours';
import { findLastOrder, findSimilarOrder } from './orders/find-similar-order';
import { getOrder, getOrderCard } from './orders/get-order';
import { getOrderLinks } from './orders/get-order-links';
import { listOrderPage, listOrders } from './orders/list-orders';
import { restoreOrder } from './orders/restore-order';
import { countRecords, countWaiting } from './overview/count-records';
import { getOverview } from './overview/get-overview';
import { differenceOf } from './past/difference-of';
import { listDifferences } from './past/list-differences';
import { listPastClients } from './past/list-past-clients';
import { listPastOrders } from './past/list-past-orders';
import { recordAt } from './past/record-at';
import { addPayment } from './payments/add-payment';
import { deletePayment } from './payments/delete-payment';
import { listClientPayments } from './payments/list-client-payments';
import { type Role, roles } from './permissions';
import { getLayout } from './preferences/get-layout';
import { getKeyboard, saveKeyboard } from './preferences/keyboard';
import { saveLayout } from './preferences/save-layout';
import { getPrintedOrders } from './print/get-printed-orders';
import { eraseClient } from './privacy/erase-client';
import { exportClient } from './privacy/export-client';
import { countProducts } from './products/count-products';
import { createProduct } from './products/create-product';
import { deleteProduct } from './products/delete-product';
import { editProduct } from './products/edit-product';
import { getProduct, getProductCard } from './products/get-product';
import { getStock, getStockByName } from './products/get-stock';
import { listProductPage, listProducts } from './products/list-products';
import { nameProducts } from './products/name-products';
import { previousPrices } from './products/previous-prices';
import { restoreProduct } from './products/restore-product';
import { matchProducts, suggestProducts } from './products/suggest-products';
import { createReport } from './reports/create-report';
import { deleteReport } from './reports/delete-report';
import { getAnalysis } from './reports/get-analysis';
import { getReport, listReports } from './reports/get-report';
import { countLaterChanges, listLaterChanges } from './reports/later-changes';
import { editSettings } from './settings/edit-settings';
import { previewGroupUndo } from './undo/preview-group';
import { previewUndo, undoOperation } from './undo/undo-operation';
import { createUser } from './users/create-user';
import { editProfile } from './users/edit-profile';
import { editUser } from './users/edit-user';
import { getUser } from './users/get-user';
import { listAuthors, listUsers } from './users/list-users';
import { changeOwnPassword, setPassword } from './users/set-password';
import { checkTotals } from './verify/check-totals';
import { listVerifications } from './verify/list-verifications';
import { createView } from './views/create-view';
import { deleteView } from './views/delete-view';
import { editView } from './views/edit-view';
import { listViews } from './views/list-views';

/** An id that no record has: who may is told `not_found`, who may not is told `forbidden` first. */
const id = 999_999;
const page = { sort: 'id' as const, limit: 1 };
const items = [{ product: 'Стол', quantity: 1000, price: 100 }];
const range = { from: '2026-01-01', to: '2026-01-31' };

/** Opened and ended again: nothing is read. */
const opened = async (opening: Promise<Exported<unknown>>) => (await opening).end();
const byId = { filter: {}, sorting: { sort: 'id' as const } };

const upload: StartImport = {
  entity: 'client',
  fileName: 'x.csv',
  fileKey: 'x',
  size: 1,
  rows: 1,
  asked: {},
  found: { encoding: null, delimiter: null, sheets: [], sheet: null, headers: [], sample: [] },
  guess: { columns: [], matchBy: [] },
};

const everybody: readonly Role[] = roles;
const writers: readonly Role[] = ['manager', 'admin'];
const admins: readonly Role[] = ['admin'];

/** Through a connection that is not there: nothing is found, and nothing is made. */
const through = { connectionId: id, rules: { numberPrefix: '', acceptNew: false, reopenFinal: false, policy: 'ask' } } as const;
const unknownOrder = { remoteId: 'x', number: '', ownNumber: '', ownDay: '', day: null, version: '' };

const verbs: [name: string, allowed: readonly Role[], call: (ctx: Ctx) => Promise<unknown>][] = [
  ['createClient', writers, (ctx) => createClient(ctx, { company: 'X' })],
  ['editClient', writers, (ctx) => editClient(ctx, { id, input: {} })],
  ['deleteClient', writers, (ctx) => deleteClient(ctx, { id })],
  ['restoreClient', writers, (ctx) => restoreClient(ctx, id)],
  ['getClient', everybody, (ctx) => getClient(ctx, id)],
  ['getClientCard', everybody, (ctx) => getClientCard(ctx, id)],
  ['listClients', everybody, (ctx) => listClients(ctx, {}, page)],
  ['listClientPage', everybody, (ctx) => listClientPage(ctx, {}, page)],
  ['suggestClients', everybody, (ctx) => suggestClients(ctx, 'x', 1)],
  ['nameClients', everybody, (ctx) => nameClients(ctx, [id])],
  ['findSimilarClients', everybody, (ctx) => findSimilarClients(ctx, { inn: '7804000118' })],
  ['listDuplicates', everybody, (ctx) => listDuplicates(ctx, { by: 'phone', limit: 1 })],
  ['getMerge', writers, (ctx) => getMerge(ctx, { main: id, other: id - 1 })],
  ['mergeClients', writers, (ctx) => mergeClients(ctx, { main: id, other: id - 1, take: [] })],
  ['createOrder', writers, (ctx) => createOrder(ctx, { client: id, items })],
  ['editOrder', writers, (ctx) => editOrder(ctx, { id, input: {} })],
  ['deleteOrder', writers, (ctx) => deleteOrder(ctx, { id })],
  ['restoreOrder', writers, (ctx) => restoreOrder(ctx, id)],
  ['getOrder', everybody, (ctx) => getOrder(ctx, id)],
  ['getOrderCard', everybody, (ctx) => getOrderCard(ctx, id)],
  ['listOrders', everybody, (ctx) => listOrders(ctx, {}, page)],
  ['listOrderPage', everybody, (ctx) => listOrderPage(ctx, {}, page)],
  ['countOrders', everybody, (ctx) => countOrders(ctx, {})],
  ['startExchangeRun', admins, (ctx) => startExchangeRun(ctx, { connectionId: id, kind: 'pull' })],
  ['stopExchangeRun', admins, (ctx) => stopExchangeRun(ctx, id)],
  ['fixFinding', admins, (ctx) => fixFinding(ctx, id)],
  ['fixFindings', admins, (ctx) => fixFindings(ctx, { runId: id })],
  ['listExchangeRuns', admins, (ctx) => listExchangeRuns(ctx, { connectionId: id, limit: 1 })],
  ['getExchangeRun', admins, (ctx) => getExchangeRun(ctx, id)],
  ['listFindings', admins, (ctx) => listFindings(ctx, { runId: id, limit: 1 })],
  ['listConflicts', admins, (ctx) => listConflicts(ctx, { connectionId: id, limit: 1 })],
  ['decideConflict', admins, (ctx) => decideConflict(ctx, { id, decision: 'ours' })],
  ['getMapping', admins, (ctx) => getMapping(ctx, id)],
  ['saveMapping', admins, (ctx) => saveMapping(ctx, { connectionId: id, mapping: {} })],
  ['exportOrders', everybody, (ctx) => opened(exportOrders(ctx, byId))],
  ['exportOrderLines', everybody, (ctx) => opened(exportOrderLines(ctx, byId))],
  ['exportClients', everybody, (ctx) => opened(exportClients(ctx, byId))],
  ['exportJournal', everybody, (ctx) => opened(exportJournal(ctx, byId))],
  ['exportProducts', everybody, (ctx) => opened(exportProducts(ctx, byId))],
  ['exportHistory', everybody, (ctx) => opened(exportHistory(ctx, { filter: {}, sorting: { sort: 'at' } }))],
  ['findOrderNeighbours', everybody, (ctx) => findOrderNeighbours(ctx, {}, { sort: 'id', size: 1 }, id)],
  ['countClients', everybody, (ctx) => countClients(ctx, {}, 1)],
  ['findClientNeighbours', everybody, (ctx) => findClientNeighbours(ctx, {}, { sort: 'id', size: 1 }, id)],
  ['getLayout', everybody, (ctx) => getLayout(ctx, 'orders')],
  ['saveLayout', everybody, (ctx) => saveLayout(ctx, 'orders', { rows: 100 })],
  ['listViews', everybody, (ctx) => listViews(ctx)],
  ['createView', everybody, (ctx) => createView(ctx, { list: 'orders', name: 'Мой', query: '' })],
  ['createView for the team', writers, (ctx) => createView(ctx, { list: 'orders', name: 'Наш', query: '', team: true })],
  ['editView', everybody, (ctx) => editView(ctx, id, {})],
  ['deleteView', everybody, (ctx) => deleteView(ctx, id)],
  ['findSimilarOrder', everybody, (ctx) => findSimilarOrder(ctx, { clientId: id, products: ['x'] })],
  ['findLastOrder', everybody, (ctx) => findLastOrder(ctx, id)],
  ['getOvertaken', writers, (ctx) => getOvertaken(ctx, { entity: 'order', id, version: 1 })],
  ['suggestProducts', everybody, (ctx) => suggestProducts(ctx, { search: 'x' })],
  ['matchProducts', everybody, (ctx) => matchProducts(ctx, { names: ['x'] })],
  ['addPayment', writers, (ctx) => addPayment(ctx, { orderId: id, input: { day: '2026-01-01', amount: 1, method: 'cash' } })],
  ['deletePayment', writers, (ctx) => deletePayment(ctx, { orderId: id, paymentId: id })],
  ['takeOrder', admins, (ctx) => takeOrder(ctx, through, unknownOrder)],
  ['takePayment', admins, (ctx) => takePayment(ctx, through, { remoteId: 'x', base: '' })],
  ['takeShipment', admins, (ctx) => takeShipment(ctx, through, { base: '', day: '2026-01-01', gone: true })],
  ['takeClient', admins, (ctx) => takeClient(ctx, through, { remoteId: 'x', input: {} })],
  ['createProduct', writers, (ctx) => createProduct(ctx, { name: `p${Math.random()}` })],
  ['takeGoods', writers, (ctx) => takeGoods(ctx, { connectionId: 0, goods: [], create: false })],
  ['editProduct', writers, (ctx) => editProduct(ctx, { id, input: {} })],
  ['deleteProduct', writers, (ctx) => deleteProduct(ctx, { id })],
  ['restoreProduct', writers, (ctx) => restoreProduct(ctx, id)],
  ['getProduct', everybody, (ctx) => getProduct(ctx, id)],
  ['getProductCard', everybody, (ctx) => getProductCard(ctx, id)],
  ['listProducts', everybody, (ctx) => listProducts(ctx, {}, page)],
  ['listProductPage', everybody, (ctx) => listProductPage(ctx, {}, page)],
  ['countProducts', everybody, (ctx) => countProducts(ctx, {}, 1)],
  ['nameProducts', everybody, (ctx) => nameProducts(ctx, [id])],
  ['addComment', writers, (ctx) => addComment(ctx, { orderId: id, text: 'x' })],
  ['deleteComment', writers, (ctx) => deleteComment(ctx, { orderId: id, commentId: id })],
  ['addFile', writers, (ctx) => addFile(ctx, { orderId: id, file: { name: 'x.txt', type: 'text/plain', size: 1, sha256: 'x' } })],
  ['deleteFile', writers, (ctx) => deleteFile(ctx, { orderId: id, fileId: id })],
  ['getFile', everybody, (ctx) => getFile(ctx, id)],
  ['listClientPayments', everybody, (ctx) => listClientPayments(ctx, id, 1)],
  ['listClientMonths', everybody, (ctx) => listClientMonths(ctx, { clientId: id, months: 1, today: '2026-01-01' })],
  ['getStock', everybody, (ctx) => getStock(ctx, [id])],
  ['getStockByName', everybody, (ctx) => getStockByName(ctx, ['x'])],
  ['previousPrices', everybody, (ctx) => previousPrices(ctx, { clientId: id, products: ['x'] })],
  ['getOrderLinks', everybody, (ctx) => getOrderLinks(ctx, { id, clientId: id, repeatOf: id })],
  ['recordAt', everybody, (ctx) => recordAt(ctx, { entity: 'order', id, at: 0 })],
  ['differenceOf', everybody, (ctx) => differenceOf(ctx, { entity: 'client', id, from: 0, to: 1 })],
  ['listDifferences', everybody, (ctx) => listDifferences(ctx, { entity: 'order', from: 0, to: 1, limit: 1 })],
  ['listPastOrders', everybody, (ctx) => listPastOrders(ctx, { at: 0, limit: 1 })],
  ['listPastClients', everybody, (ctx) => listPastClients(ctx, { at: 0, limit: 1 })],
  ['getOverview', everybody, (ctx) => getOverview(ctx, 'month')],
  ['countRecords', everybody, (ctx) => countRecords(ctx)],
  ['countWaiting', everybody, (ctx) => countWaiting(ctx)],
  ['getPrintedOrders', everybody, (ctx) => getPrintedOrders(ctx, [id])],
  ['createReport', writers, (ctx) => createReport(ctx, { period: 'week' })],
  ['deleteReport', writers, (ctx) => deleteReport(ctx, id)],
  [
    'getAnalysis',
    everybody,
    (ctx) => getAnalysis(ctx, { filter: {}, range: { from: '2026-01-01', to: '2026-01-01' }, compare: 'none', groups: [] }),
  ],
  ['getReport', everybody, (ctx) => getReport(ctx, id)],
  ['listReports', everybody, (ctx) => listReports(ctx)],
  ['listLaterChanges', everybody, (ctx) => listLaterChanges(ctx, { range, limit: 1 })],
  ['countLaterChanges', everybody, (ctx) => countLaterChanges(ctx, range)],
  ['checkTotals', everybody, (ctx) => checkTotals(ctx)],
  ['listChanges', everybody, (ctx) => listChanges(ctx, { limit: 1 })],
  ['listHistory', everybody, (ctx) => listHistory(ctx, { limit: 1 })],
  ['previewUndo', writers, (ctx) => previewUndo(ctx, id)],
  ['previewGroupUndo', writers, (ctx) => previewGroupUndo(ctx, id)],
  ['lastChange', everybody, (ctx) => lastChange(ctx, 'order', id)],
  ['ownLastOperation', everybody, (ctx) => ownLastOperation(ctx, 'order', id)],
  ['nameDeleters', everybody, (ctx) => nameDeleters(ctx, 'order', [id])],
  ['undoOperation', writers, (ctx) => undoOperation(ctx, id)],
  ['startBulk', writers, (ctx) => startBulk(ctx, { entity: 'order', selection: { ids: [id] }, action: { type: 'delete' } })],
  ['stopBulk', writers, (ctx) => stopBulk(ctx, id)],
  ['getBulkRun', everybody, (ctx) => getBulkRun(ctx, id)],
  ['listBulkRuns', everybody, (ctx) => listBulkRuns(ctx, [id])],
  ['countBulk', everybody, (ctx) => countBulk(ctx, { entity: 'order', selection: { ids: [id] }, action: { type: 'delete' } })],
  ['startImport', writers, (ctx) => startImport(ctx, upload)],
  ['getImport', writers, (ctx) => getImport(ctx, id)],
  ['listImports', writers, (ctx) => listImports(ctx, { limit: 1 })],
  ['listImportRows', writers, (ctx) => listImportRows(ctx, id, { after: 0, limit: 1 })],
  ['setReading', writers, (ctx) => setReading(ctx, id, upload)],
  ['setMapping', writers, (ctx) => setMapping(ctx, id, upload.guess)],
  ['fixCell', writers, (ctx) => fixCell(ctx, { rowId: id, field: 'email', text: '' })],
  ['chooseRow', writers, (ctx) => chooseRow(ctx, id, { action: 'skip' })],
  ['chooseAll', writers, (ctx) => chooseAll(ctx, id, 'new', { action: 'skip' })],
  ['applyImport', writers, (ctx) => applyImport(ctx, id)],
  ['stopImport', writers, (ctx) => stopImport(ctx, id)],
  ['haltConnection', admins, (ctx) => haltConnection(ctx, { id, state: 'paused', problem: { code: 'unauthorized' } })],
  ['listDeliveries', admins, (ctx) => listDeliveries(ctx, { limit: 1 })],
  ['getDelivery', admins, (ctx) => getDelivery(ctx, id)],
  ['listExchanges', admins, (ctx) => listExchanges(ctx, { limit: 1 })],
  ['getExchange', admins, (ctx) => getExchange(ctx, id)],
  ['retryDelivery', admins, (ctx) => retryDelivery(ctx, id)],
  ['retryDead', admins, (ctx) => retryDead(ctx, id)],
  ['skipDelivery', admins, (ctx) => skipDelivery(ctx, id)],
  ['replayDeliveries', admins, (ctx) => replayDeliveries(ctx, { connectionId: id, from: 0, to: 1 })],
  ['exportClient', admins, (ctx) => exportClient(ctx, id)],
  ['eraseClient', admins, (ctx) => eraseClient(ctx, { id })],
  ['listVerifications', admins, (ctx) => listVerifications(ctx, 1)],
  ['editSettings', admins, (ctx) => editSettings(ctx, { input: {} })],
  [
    'createUser',
    admins,
    (ctx) => createUser(ctx, { username: `u${Math.random()}`, password: 'long enough', role: 'viewer', display_name: '' }),
  ],
  ['editUser', admins, (ctx) => editUser(ctx, { id, role: 'viewer' })],
  ['getUser', admins, (ctx) => getUser(ctx, id)],
  ['createConnection', admins, (ctx) => createConnection(ctx, { kind: 'webhook', name: 'X', settings: {}, secrets: [] })],
  ['editConnection', admins, (ctx) => editConnection(ctx, { id, name: 'X' })],
  ['pauseConnection', admins, (ctx) => pauseConnection(ctx, id)],
  ['resumeConnection', admins, (ctx) => resumeConnection(ctx, id)],
  ['deleteConnection', admins, (ctx) => deleteConnection(ctx, { id })],
  ['rotateSecret', admins, (ctx) => rotateSecret(ctx, { id, secret: { name: 'secret', origin: 'made' } })],
  ['getConnection', admins, (ctx) => getConnection(ctx, id)],
  ['listRecordLinks', everybody, (ctx) => listRecordLinks(ctx, 'order', id)],
  ['nameConnections', everybody, (ctx) => nameConnections(ctx, [id])],
  ['listConnections', admins, (ctx) => listConnections(ctx)],
  ['sendTest', admins, (ctx) => sendTest(ctx, id)],
  ['editProfile', everybody, (ctx) => editProfile(ctx, { displayName: 'Я', gender: 'm', expectedVersion: -1 })],
  ['getKeyboard', everybody, (ctx) => getKeyboard(ctx)],
  ['saveKeyboard', everybody, (ctx) => saveKeyboard(ctx, { letters: true })],
  ['setPassword', admins, (ctx) => setPassword(ctx, { id, password: 'long enough' })],
  ['listUsers', admins, (ctx) => listUsers(ctx)],
  ['listAuthors', everybody, (ctx) => listAuthors(ctx)],
  ['changeOwnPassword', everybody, (ctx) => changeOwnPassword(ctx, { current: 'wrong', password: 'long enough' })],
];

async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'allowed';
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return error.code;
  }
}

beforeAll(async () => {
  for (const role of roles) await ctxOf(role);
});

describe.each(verbs)('%s', (_, allowed, call) => {
  test.each(roles)('as %s', async (role) => {
    const answer = await refusal(call(await ctxOf(role)));
    if (allowed.includes(role)) expect(answer).not.toBe('forbidden');
    else expect(answer).toBe('forbidden');
  });

  test('as nobody', async () => {
    expect(await refusal(call({ ...systemCtx(), actor: { type: 'anonymous' } }))).toBe('unauthorized');
  });
});

/** These ask for no right, each for a reason of its own. */
const open = ['createFirstAdmin', 'getSettings', 'hasUsers', 'takeCall'];

test('no verb is missing above', () => {
  const root = new URL('.', import.meta.url);
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.includes('/') && file.endsWith('.ts') && !file.endsWith('.test.ts'),
  );
  const found = files.flatMap((file) =>
    [
      ...readFileSync(new URL(file, root), 'utf8').matchAll(
        /^export (?:async )?function (\w+)(?:<[^(]*>)?\(\s*(?:ctx: Ctx|db: Engine)\b/gm,
      ),
    ].map((match) => match[1] ?? ''),
  );
  const bookkeeping = [
    'sealJournal',
    'foldDayTotals',
    'continueBulk',
    'unfinishedRuns',
    'verifyDatabase',
    'storeVerification',
    'fillProducts',
    'clearRows',
    'checkBatch',
    'failImport',
    'continueApplying',
    'unfinishedImports',
    'forgetFile',
    'tidyImports',
    'keepBody',
    'openLink',
    'linkOfRemote',
    'nameRemote',
    'noteSending',
    'settleLink',
    'dropLink',
    'takeRun',
    'keepStep',
    'cursorsOf',
    'noteCursors',
    'keepStock',
    'linksOfStock',
    'receiveHint',
    'takeDueHints',
    'endHints',
    'queueRun',
  ];
  const steps = ['walkPast', 'writeViews', 'openExport', 'applyIncoming'];
  const called = new Set(verbs.map(([name]) => name.split(' ')[0] ?? ''));
  expect(found.filter((name) => ![...bookkeeping, ...steps].includes(name)).sort()).toEqual([...called, ...open].sort());
});
