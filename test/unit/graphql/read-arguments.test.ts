import { describe, expect, it } from 'vitest';
import { readArguments } from '../../../src/graphql/read-arguments.ts';
import { schema } from '../../../src/graphql/schema.ts';

const argumentsOf = (query: string) => schema.getQueryType()?.getFields()[query]?.args ?? [];
const read = (query: string, ...given: [string, string][]) => readArguments(argumentsOf(query), given);

describe('arguments given as texts', () => {
  it('are values as GraphQL writes them', () => {
    expect(
      read(
        'coOccurrence',
        ['top', '50'],
        ['minLinkStrength', '0.5'],
        ['measure', 'COSINE'],
        ['filter', '{topic: "diffusion model", or: [{hasRepo: true}, {minUpvotes: 50}]}'],
        ['topics', '["a", "b"]'],
        ['clustering', '{resolution: 1.2}'],
      ),
    ).toEqual({
      top: 50,
      minCount: 1,
      minLinkStrength: 0.5,
      measure: 'COSINE',
      counting: 'FULL',
      filter: { topic: 'diffusion model', or: [{ hasRepo: true }, { minUpvotes: 50 }] },
      topics: ['a', 'b'],
      clustering: { method: 'LEIDEN', resolution: 1.2, seed: 0 },
    });
  });

  it('are values as JSON writes them', () => {
    const given = read('papers', ['filter', '{"topic": "x", "source": "ARXIV"}'], ['orderBy', '"TITLE_ASC"']);
    expect(given).toEqual({ filter: { topic: 'x', source: 'arxiv' }, orderBy: 'TITLE_ASC' });
  });

  it('are plain where they are texts, and lists where they are given several times', () => {
    expect(read('coOccurrence', ['topics', 'diffusion model'])['topics']).toEqual(['diffusion model']);
    expect(read('coOccurrence', ['topics', '3D'], ['topics', '["b", "c"]'])['topics']).toEqual([
      '3D',
      'b',
      'c',
    ]);
    expect(read('coOccurrence', ['topics', '[odd] name'])['topics']).toEqual(['[odd] name']);
  });

  it('have the defaults of the schema', () => {
    expect(read('papers')).toEqual({ orderBy: 'PUBLISHED_ON_DESC' });
  });

  it.for([
    [['top', 'many'], '"top": Int cannot represent non-integer value: "many"'],
    [['top', '1.5'], '"top": Int cannot represent non-integer value: 1.5'],
    [['measure', 'COSIN'], '"measure": Value "COSIN" does not exist in "LinkMeasure" enum. Did you mean'],
    [['filter', '{minUpvotes: "a"}'], '"filter.minUpvotes": Int cannot represent non-integer value: "a"'],
    [['filter', '{or: [{tpic: "a"}]}'], '"filter.or[0]": Field "tpic" is not defined by type "PaperFilter".'],
    [['filter', '{publishedSince: "2024"}'], 'Expected a day as YYYY-MM-DD, but got "2024".'],
    [['filter', '{topic: $x}'], 'Expected "filter" to be a value of type PaperFilter, but got "{topic: $x}"'],
    [['filter', '{topic'], 'Syntax Error: Expected ":", found <EOF>.'],
    [['filter', ''], 'Expected "filter" to be a value of type PaperFilter, but got "": Syntax Error'],
    [
      ['tops', '5'],
      'Expected only clustering, counting, filter, measure, minCount, minLinkStrength, top, topics, but got "tops".',
    ],
    [['top', 'null'], '"top": Expected non-nullable type "Int!" not to be null.'],
  ] as const)('that are wrong are told: %s', ([[name, text], message]) => {
    expect(() => read('coOccurrence', [name, text])).toThrow(message);
    expect(() => read('coOccurrence', [name, text])).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT' }),
    );
  });

  it('that are nested beyond all measure are told', () => {
    expect(() => read('coOccurrence', ['filter', '['.repeat(15_000)])).toThrow(
      /^Expected "filter" to be a value/,
    );
    expect(() => read('coOccurrence', ['filter', '['.repeat(7000) + ']'.repeat(7000)])).toThrow('"filter"');
  });

  it('that have no default must be given', () => {
    expect(() => read('search')).toThrow('Expected "query" of type String!, but got nothing.');
  });
});
