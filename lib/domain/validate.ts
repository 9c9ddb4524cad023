import type { z } from 'zod';
import { DomainError, type FieldIssue, type FieldIssues } from './errors';

type Issue = z.core.$ZodIssue;

/** What is wrong with one value, as a message key and its values. */
function ruleOf(issue: Issue): FieldIssue {
  switch (issue.code) {
    case 'custom':
    case 'invalid_format':
      return { rule: issue.message };
    case 'too_small':
      if (issue.message === 'required') return { rule: 'required' };
      return {
        rule: issue.origin === 'string' || issue.origin === 'array' ? 'too_short' : 'too_small',
        values: { min: Number(issue.minimum) },
      };
    case 'too_big':
      return {
        rule: issue.origin === 'string' || issue.origin === 'array' ? 'too_long' : 'too_big',
        values: { max: Number(issue.maximum) },
      };
    case 'invalid_value':
      return { rule: 'one_of', values: { allowed: issue.values.map(String).join(', ') } };
    case 'invalid_type':
      return issue.input === undefined ? { rule: 'required' } : { rule: `type_${issue.expected}` };
    case 'invalid_union':
      return { rule: issue.input === undefined ? 'required' : issue.message };
    default:
      return { rule: 'type_object' };
  }
}

/** Every broken rule of a failed parse, by field path; a body that is no object at all is told of under `body`. */
export function fieldIssues(issues: readonly Issue[]): FieldIssues {
  const fields: FieldIssues = {};
  for (const issue of issues) {
    const name = issue.path.join('.') || 'body';
    fields[name] = [...(fields[name] ?? []), ruleOf(issue)];
  }
  return fields;
}

/** Input by its schema, or a `validation` error that names every bad field at once. */
export function validate<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw new DomainError('validation', { fields: fieldIssues(parsed.error.issues) });
}
