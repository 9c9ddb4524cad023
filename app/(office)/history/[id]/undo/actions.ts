'use server';

import { type Choices, undoOperation } from '@/lib/domain/undo/undo-operation';
import { numberIn, press } from '@/lib/entry/action';

/** `choice.order.12.status` = `undone:<what was seen>`. */
function choicesIn(data: FormData): Choices {
  const choices: Choices = {};
  for (const [name, value] of data) {
    const [taken, seen] = String(value).split(':');
    if (name.startsWith('choice.') && seen && (taken === 'undone' || taken === 'theirs')) choices[name.slice(7)] = { taken, seen };
  }
  return choices;
}

export async function undoAction(data: FormData): Promise<never> {
  const id = numberIn(data, 'id') ?? 0;
  return press(`/history/${id}/undo`, async (ctx) => {
    const { operationId } = await undoOperation(ctx, id, choicesIn(data));
    return `/history?undone=${operationId}`;
  });
}
