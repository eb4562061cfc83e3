import { builder } from '../builder.ts';

builder.scalarType('DateTime', {
  description: 'A moment in UTC, such as `2026-05-08T09:30:00.000Z`.',
  serialize: (value) => value,
});
