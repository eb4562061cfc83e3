import { builder } from '../builder.ts';
import { PaperFilter } from './paper-filter.ts';

export const Interval = builder.enumType('Interval', {
  description: 'The intervals of the calendar that papers are counted by.',
  values: {
    MONTH: { description: 'Months, such as `2024-05`.' },
    QUARTER: { description: 'Quarters, such as `2024-Q2`.' },
    YEAR: { description: 'Years, such as `2024`.' },
  } as const,
});

/** The argument of fields that tell of papers in time. */
export const timeFilterArgs = builder.args((t) => ({
  filter: t.field({
    type: PaperFilter,
    description: 'Only the papers that pass it are looked at; all of them by default.',
  }),
}));

/** What a list with an item for each interval may cost: that of ten years. Few lists are longer, and their items are small. */
export const INTERVALS_OF_TEN_YEARS = { MONTH: 120, QUARTER: 40, YEAR: 10 } as const;
