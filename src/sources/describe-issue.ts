import type { z } from 'zod';
import { describeValue } from './describe-value.ts';

type Issue = z.core.$ZodIssue;

const KINDS: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  int: 'a whole number',
  number: 'a number',
  object: 'an object',
  record: 'an object',
  string: 'a text',
};

/**
 * What a schema found wrong first, and where: `authors.2.name: expected a text, but got nothing`. The value can be told
 * only where the schema was asked to report it (`reportInput`).
 */
export function describeIssue({ issues: [issue] }: z.ZodError): string {
  if (issue === undefined) return 'expected another value';
  const expected = expectedBy(issue);
  const text = expected.includes('but got') ? expected : `${expected}, but got ${gotBy(issue)}`;
  return issue.path.length === 0 ? text : `${issue.path.join('.')}: ${text}`;
}

function expectedBy(issue: Issue): string {
  // A message of the schema's own says more than any made here.
  if (issue.message.startsWith('expected')) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return `expected ${KINDS[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `expected ${issue.values.length > 1 ? 'one of ' : ''}${issue.values.join(', ')}`;
    case 'unrecognized_keys':
      return 'expected known fields only';
    case 'invalid_format':
      return issue.format === 'regex'
        ? `expected a text like ${issue.pattern}`
        : `expected a ${issue.format}`;
    case 'too_small':
      return `expected ${countOf(issue.origin)} at least ${issue.minimum}`;
    case 'too_big':
      return `expected ${countOf(issue.origin)} at most ${issue.maximum}`;
    default:
      return `expected another value (${issue.message})`;
  }
}

function countOf(origin: string): string {
  if (origin === 'string') return 'a text whose length is';
  return origin === 'array' ? 'a list whose length is' : 'a number of';
}

function gotBy(issue: Issue): string {
  return issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : describeValue(issue.input);
}
