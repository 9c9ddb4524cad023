'use server';

import { createReport } from '@/lib/domain/reports/create-report';
import { deleteReport } from '@/lib/domain/reports/delete-report';
import { reportInput } from '@/lib/domain/reports/schema';
import { numberIn, press, submit } from '@/lib/entry/action';
import type { FormState } from '@/lib/entry/form-state';

/** Saves a report and opens it. A period by name wins over the days beside it. */
export async function saveReportAction(previous: FormState, data: FormData): Promise<FormState> {
  return submit({ previous, data, schema: reportInput, run: async (ctx, input) => `/reports/${(await createReport(ctx, input)).id}` });
}

export async function deleteReportAction(data: FormData): Promise<never> {
  const id = numberIn(data, 'id') ?? 0;
  return press('/reports/saved', async (ctx) => {
    await deleteReport(ctx, id);
    return '/reports/saved';
  });
}
