import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addPaper,
  addPaperText,
  finishProjection,
  removeNode,
  setNode,
  setPaper,
  setPaperText,
} from '../../../src/analysis/change-projection.ts';
import {
  createProjection,
  dateOfDay,
  dayOf,
  UNKNOWN,
  type NodeFacts,
  type NodeKind,
  type PaperFacts,
} from '../../../src/analysis/projection.ts';
import { plainProjection } from '../../support/plain-projection.ts';
import { EMPTY_PAPER } from '../../support/projection-facts.ts';

type OtherKind = Exclude<NodeKind, 'PAPER'>;
type Change =
  | { do: 'setPaper'; facts: PaperFacts; abstract: string | null }
  | { do: 'removePaper'; id: string }
  | { do: 'setNode'; kind: OtherKind; facts: NodeFacts }
  | { do: 'removeNode'; kind: OtherKind; key: string };

const OTHER_KINDS = ['TOPIC', 'ORG', 'AUTHOR', 'REPO'] as const;
const words = fc.constantFrom('graph', 'graphs', 'attention', 'model', 'a model of graphs', 'Über', '');
const keyFrom = (letters: string) => fc.constantFrom(...letters.split(''));
const keys = (letters: string) => fc.uniqueArray(keyFrom(letters), { maxLength: letters.length });
const number = fc.option(fc.integer({ min: 0, max: 9 }));

const facts: fc.Arbitrary<PaperFacts> = fc
  .record({
    id: keyFrom('pqrs'),
    title: fc.tuple(words, words).map((parts) => parts.join(' ')),
    publishedOn: fc.option(fc.constantFrom('1969-12-30', '2024-02-29')),
    upvotes: number,
    commentCount: number,
    upvotesPerDay: number,
    sources: fc.constantFrom<PaperFacts['sources']>([], ['hf'], ['hf', 'csl', 'hf']),
    topics: keys('abcdef'),
    orgs: keys('gh'),
    authors: keys('ijklmnop'),
    repos: keys('xy'),
    cites: keys('pqrstu'),
  })
  .map((paper) => ({
    ...paper,
    topicScores: paper.topics.map((_, place) => (place + 1) / 8),
    // A citation leads to a paper that is there or is written soon.
    cites: paper.cites.filter((id) => 'pqrs'.includes(id)),
  }));
const node = fc.record({
  key: keyFrom('abcdefgh'),
  name: words,
  otherNames: fc.array(words, { maxLength: 2 }),
});
const kind = fc.constantFrom(...OTHER_KINDS);
const change: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('setPaper' as const), facts, abstract: fc.option(words) }),
  },
  fc.record({ do: fc.constant('removePaper' as const), id: keyFrom('pqrs') }),
  fc.record({ do: fc.constant('setNode' as const), kind, facts: node }),
  fc.record({ do: fc.constant('removeNode' as const), kind, key: keyFrom('abcdefghij') }),
);

describe('a projection', () => {
  it('is after any changes what the last state gives anew, at once or a paper at a time', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
        const changed = createProjection();
        const last = lastState();
        for (const one of changes) {
          apply(one, changed);
          last.apply(one);
        }
        const expected = plainProjection(last.setAnew());
        expect(plainProjection(changed)).toEqual(expected);
        expect(plainProjection(last.addAnew())).toEqual(expected);
      }),
    );
  });

  it('knows days before 1970 and no day at all', () => {
    for (const day of ['1969-12-31', '2024-02-29', '0999-01-01']) expect(dateOfDay(dayOf(day))).toBe(day);
    expect([dayOf(null), dateOfDay(UNKNOWN)]).toEqual([UNKNOWN, null]);
  });

  it('keeps the scores of topics beside them where one is named twice', () => {
    const twice = { ...PAPER, topics: ['a', 'a', 'b'], topicScores: [0.25, 0.25, 0.5] };
    const once = { ...PAPER, topics: ['a', 'b'], topicScores: [0.25, 0.5] };
    const projections = [twice, once].map((paper) => {
      const projection = createProjection();
      setPaper(projection, paper);
      return plainProjection(projection);
    });
    expect(projections[0]).toEqual(projections[1]);
  });
});

const PAPER: PaperFacts = { ...EMPTY_PAPER, id: 'p', title: 'A title' };

function apply(one: Change, projection: ReturnType<typeof createProjection>): void {
  switch (one.do) {
    case 'setPaper':
      setPaper(projection, one.facts);
      setPaperText(projection, one.facts.id, one.facts.title, one.abstract);
      break;
    case 'removePaper':
      removeNode(projection, 'PAPER', one.id);
      break;
    case 'setNode':
      setNode(projection, one.kind, one.facts);
      break;
    case 'removeNode':
      removeNode(projection, one.kind, one.key);
      break;
  }
}

/** The state that changes lead to, in plain maps. A node that is only linked to has its key for a name. */
function lastState() {
  const papers = new Map<string, { facts: PaperFacts; abstract: string | null }>();
  const named = new Map<string, { kind: OtherKind; facts: NodeFacts | null; key: string }>();
  const cited = new Set<string>();
  const LISTS = { TOPIC: 'topics', ORG: 'orgs', AUTHOR: 'authors', REPO: 'repos' } as const;

  const without = (paper: PaperFacts, kind: NodeKind, key: string): PaperFacts => {
    if (kind === 'PAPER') return { ...paper, cites: paper.cites.filter((id) => id !== key) };
    const list = LISTS[kind];
    const kept = paper[list].map((each) => each !== key);
    return {
      ...paper,
      [list]: paper[list].filter((_, place) => kept[place]),
      topicScores: kind === 'TOPIC' ? paper.topicScores.filter((_, place) => kept[place]) : paper.topicScores,
    };
  };
  const forget = (kind: NodeKind, key: string) => {
    for (const [id, { facts, abstract }] of papers) {
      papers.set(id, { facts: without(facts, kind, key), abstract });
    }
  };
  const fill = (
    setOne: (
      projection: ReturnType<typeof createProjection>,
      facts: PaperFacts,
      abstract: string | null,
    ) => void,
  ) => {
    const projection = createProjection();
    for (const { kind, key, facts } of named.values()) {
      // What has only been linked to is made by a paper that is gone since.
      if (facts === null)
        setPaper(projection, { ...PAPER, id: 'gone', [LISTS[kind]]: [key], topicScores: [1] });
      else setNode(projection, kind, facts);
    }
    for (const id of cited) setPaper(projection, { ...PAPER, id: 'gone', cites: [id] });
    removeNode(projection, 'PAPER', 'gone');
    for (const { facts, abstract } of papers.values()) setOne(projection, facts, abstract);
    return projection;
  };

  return {
    apply(one: Change) {
      if (one.do === 'setPaper') {
        papers.set(one.facts.id, one);
        cited.delete(one.facts.id);
        for (const id of one.facts.cites) if (!papers.has(id)) cited.add(id);
        for (const kind of OTHER_KINDS) {
          for (const key of one.facts[LISTS[kind]]) {
            if (!named.has(`${kind} ${key}`)) named.set(`${kind} ${key}`, { kind, key, facts: null });
          }
        }
      } else if (one.do === 'removePaper') {
        papers.delete(one.id);
        cited.delete(one.id);
        forget('PAPER', one.id);
      } else if (one.do === 'setNode') {
        named.set(`${one.kind} ${one.facts.key}`, { kind: one.kind, key: one.facts.key, facts: one.facts });
      } else {
        named.delete(`${one.kind} ${one.key}`);
        forget(one.kind, one.key);
      }
    },
    setAnew: () =>
      fill((projection, facts, abstract) => {
        setPaper(projection, facts);
        setPaperText(projection, facts.id, facts.title, abstract);
      }),
    addAnew() {
      const projection = fill((made, facts) => addPaper(made, facts));
      for (const { facts, abstract } of papers.values()) {
        addPaperText(projection, facts.id, facts.title, abstract);
      }
      finishProjection(projection);
      return projection;
    },
  };
}
