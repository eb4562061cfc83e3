import { isCalendarDate } from '../../model/date.ts';
import { PapergraphError } from '../../errors.ts';
import { builder } from '../builder.ts';

builder.scalarType('Date', {
  description: 'A day of the calendar as `YYYY-MM-DD`, such as `2024-02-29`.',
  serialize: (value) => value,
  parseValue: (value) => {
    if (typeof value === 'string' && isCalendarDate(value)) return value;
    throw new PapergraphError(
      'BAD_USER_INPUT',
      `Expected a day as YYYY-MM-DD, but got ${JSON.stringify(value)}.`,
    );
  },
});
