import { singleParams } from '@/components/data-table/list-url';
import { dayStart } from '@/lib/domain/day-start';
import { historyEntities, historySources } from '@/lib/domain/history/schema';
import { addDays, isDay } from '@/lib/domain/period';
import type { FilterParams as ListParams, SearchParams } from '@/lib/entry/filter-params';
import { historyFields } from './history-filter';

function idIn(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined;
}

/** The history's address as a filter, and as the verb's query. Days are the organisation's. */
export function readHistoryUrl(search: SearchParams, timeZone: string) {
  const given = singleParams(search);
  const day = (text: string | undefined) => (text !== undefined && isDay(text) ? text : undefined);
  const [from, to] = [day(given.from), day(given.to)];
  const source = historySources.find((name) => name === given.source);
  const entity = historyEntities.find((name) => name === given.entity);
  const field = historyFields.find((name) => name === given.field);
  const actorId = idIn(given.who);
  const params: ListParams = { who: actorId?.toString(), source, entity, field, from, to, group: idIn(given.group)?.toString() };
  const query = {
    actorId,
    source,
    entity,
    field,
    beforeSeq: idIn(given.before),
    group: idIn(given.group),
    from: from && dayStart(from, timeZone),
    to: to && dayStart(addDays(to, 1), timeZone),
    limit: 100,
  };
  return { params, query: { ...query, from: query.from || undefined, to: query.to || undefined } };
}
