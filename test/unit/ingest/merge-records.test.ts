import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeRecords, stampRecord } from '../../../src/ingest/merge-records.ts';
import type { TimedRecord } from '../../../src/model/timed-record.ts';
import { FACTS, type Fact, type PaperRecordInput } from '../../../src/model/paper.ts';
import {
  authorOf,
  orgOf,
  READ_AT,
  recordOf,
  repoOf,
  shuffled,
  timedRecordOf,
} from '../../support/records.ts';

const MOMENTS = ['2024-01-01T00:00:00.000Z', '2024-06-01T12:00:00.000Z', '2025-01-01T00:00:00.000Z'];
const moment = fc.constantFrom(...MOMENTS);
const perhaps = <Value>(...values: Value[]) => fc.option(fc.constantFrom(...values), { nil: null });
const some = <Value>(...values: Value[]) => fc.subarray(values);

/** What one source may say of a paper, in values that often meet. */
const said: fc.Arbitrary<PaperRecordInput> = fc
  .record(
    {
      title: fc.constantFrom('A title', 'A TITLE', 'Another title'),
      abstract: perhaps('Short.', 'Longer.'),
      publishedOn: perhaps('2023', '2023-05', '2023-05-06'),
      doi: perhaps('10.1000/1', '10.1000/2'),
      openAlexId: perhaps('W1', 'W2'),
      authorCount: perhaps(1, 2),
      authors: some(authorOf('Ada Lovelace'), authorOf('Emmy Noether', { hfUser: 'emmy' })),
      projectPage: perhaps('https://example.org/a', 'https://example.org/b'),
      keywords: some({ text: 'one', source: 'ai_keywords' }, { text: 'two', source: 'ai_keywords' }),
      orgs: some(orgOf('acme', 'Acme'), orgOf('acme', 'Acme Research')),
      repos: some(repoOf('https://github.com/acme/a'), repoOf('https://github.com/acme/b')),
      references: some('arxiv:2401.00001', 'doi:10.1000/3'),
      citedBy: some('arxiv:2401.00002'),
      at: fc.option(moment, { nil: null }),
      times: fc.record(
        { abstract: moment, authors: moment, title: moment, doi: moment },
        { requiredKeys: [] },
      ),
      observations: fc.array(
        fc.record({
          metric: fc.constantFrom('UPVOTES' as const, 'STARS' as const),
          value: fc.integer({ min: 0, max: 3 }),
          at: fc.option(moment, { nil: null }),
        }),
        { maxLength: 4 },
      ),
      apart: fc.array(fc.constantFrom('hf|arxiv:1', 'listing|title:2'), { maxLength: 3 }),
    },
    { requiredKeys: ['title'] },
  )
  .map((facts) => ({ ...facts, source: 'hf' as const, arxivId: '2401.00009' }));
const record = said.map((input) => stampRecord(recordOf(input), READ_AT));

describe('what one source says of a paper at several times', () => {
  it('comes to the same in whatever order two records are merged', () => {
    fc.assert(
      fc.property(record, record, (a, b) => {
        expect(mergeRecords(a, b)).toEqual(mergeRecords(b, a));
      }),
    );
  });

  it('comes to the same in whatever groups three records are merged', () => {
    fc.assert(
      fc.property(record, record, record, (a, b, c) => {
        expect(mergeRecords(mergeRecords(a, b), c)).toEqual(mergeRecords(a, mergeRecords(b, c)));
      }),
    );
  });

  it('does not change when it is said again', () => {
    fc.assert(
      fc.property(record, (a) => {
        expect(mergeRecords(a, a)).toEqual(a);
      }),
    );
    fc.assert(
      fc.property(record, record, (a, b) => {
        const merged = mergeRecords(a, b);
        expect(mergeRecords(merged, b)).toEqual(merged);
        expect(stampRecord(merged, '2030-01-01T00:00:00.000Z')).toEqual(merged);
      }),
    );
  });

  it('is, of each fact, the word that was said last, whatever was said of others', () => {
    const records = fc.array(record, { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(
        records.chain((list) => fc.tuple(fc.constant(list), shuffled(list))),
        ([list, order]) => {
          const merged = order.reduce(mergeRecords);
          for (const fact of FACTS) {
            const [last] = sayings(list, fact);
            expect(merged[fact]).toEqual(last?.value ?? emptyOf(fact));
            if (last !== undefined) expect(merged.times[fact] ?? merged.at).toBe(last.at);
          }
          expect(merged.at).toBe(
            list
              .map(({ at }) => at)
              .sort()
              .at(-1),
          );
        },
      ),
    );
  });

  it('keeps every observation, and of two at one moment the larger', () => {
    fc.assert(
      fc.property(record, record, (a, b) => {
        const merged = mergeRecords(a, b).observations;
        const all = [...a.observations, ...b.observations];
        const places = new Set(all.map(({ metric, at }) => `${metric} ${at}`));
        expect(new Set(merged.map(({ metric, at }) => `${metric} ${at}`))).toEqual(places);
        expect(merged).toHaveLength(places.size);
        for (const one of merged) {
          const same = all.filter(({ metric, at }) => metric === one.metric && at === one.at);
          expect(one.value).toBe(Math.max(...same.map(({ value }) => value)));
        }
      }),
    );
  });

  it('keeps a fact that the later word is silent about, with the time at which it was said', () => {
    const early = timedRecordOf({ abstract: 'Said early.', authorCount: 3, at: '2024-01-01' });
    const late = timedRecordOf({ authorCount: 4, at: '2025-01-01' });
    expect(mergeRecords(late, early)).toMatchObject({
      abstract: 'Said early.',
      authorCount: 4,
      at: '2025-01-01T00:00:00.000Z',
      times: { abstract: '2024-01-01T00:00:00.000Z' },
    });
  });

  it('lets a fact with a time of its own win over a record that is newer but older in this', () => {
    const old = timedRecordOf({ title: 'New title', at: '2024-01-01', times: { title: '2025-06-01' } });
    const recent = timedRecordOf({ title: 'Old title', at: '2025-01-01' });
    expect(mergeRecords(old, recent).title).toBe('New title');
  });
});

describe('a record without a time', () => {
  it('is of the moment at which it was read, and so are its observations', () => {
    const observations = [{ metric: 'UPVOTES' as const, value: 3 }];
    expect(stampRecord(recordOf({ observations }), READ_AT)).toMatchObject({
      at: READ_AT,
      observations: [{ metric: 'UPVOTES', value: 3, at: READ_AT }],
    });
    const at = '2024-01-01T00:00:00.000Z';
    expect(stampRecord(recordOf({ observations, at }), READ_AT)).toMatchObject({
      at,
      observations: [{ at }],
    });
  });
});

/** All that was said of a fact, the last first; what was said at one moment, the one later as text first. */
function sayings(records: readonly TimedRecord[], fact: Fact) {
  return records
    .map((one) => ({ value: one[fact], at: one.times[fact] ?? one.at }))
    .filter(({ value }) => value !== null && !(Array.isArray(value) && value.length === 0))
    .map((saying) => ({ ...saying, rank: `${saying.at} ${JSON.stringify(saying.value)}` }))
    .sort((a, b) => (a.rank < b.rank ? 1 : -1));
}

function emptyOf(fact: Fact): unknown {
  return Array.isArray(recordOf()[fact]) ? [] : null;
}
