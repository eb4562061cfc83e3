import { builder } from '../builder.ts';

builder.scalarType('JSON', {
  description:
    'Any JSON value, such as `{"title": "Attention Is All You Need"}`; in a query, give it as a variable.',
  serialize: (value) => value,
});
