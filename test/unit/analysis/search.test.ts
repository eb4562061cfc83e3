import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from '../../../src/analysis/edit-distance.ts';
import { findMatches, highlightFragment } from '../../../src/analysis/highlight.ts';
import {
  finishProjection,
  removeNode,
  setNode,
  setPaperText,
} from '../../../src/analysis/change-projection.ts';
import {
  createProjection,
  NODE_KINDS,
  type NodeKind,
  type Projection,
} from '../../../src/analysis/projection.ts';
import { parseSearchQuery } from '../../../src/analysis/search-query.ts';
import { search } from '../../../src/analysis/search.ts';
import { searchWords } from '../../../src/model/search-text.ts';
import { stemOf } from '../../../src/model/stem.ts';
import { addPaper } from '../../support/projections.ts';

const WORDS =
  'graph attention neural network model models modelling speech kernel the of survey deep learning'.split(
    ' ',
  );

function hitsOf(projection: Projection, query: string, kinds: readonly NodeKind[] = NODE_KINDS) {
  const { ranking, hitOf } = search(projection, parseSearchQuery(query), kinds, () => true);
  return ranking.slice(0, ranking.count).map(hitOf);
}
const keysOf = (projection: Projection, query: string, kinds?: readonly NodeKind[]) =>
  hitsOf(projection, query, kinds).map(({ key }) => key);
const correctedOf = (projection: Projection, query: string) =>
  search(projection, parseSearchQuery(query), NODE_KINDS, () => true).correctedQuery;

/** BM25 as the papers have it, over plain lists of words; titles stand three times. */
function bruteForce(
  texts: readonly { id: string; title: string; abstract: string }[],
  words: readonly string[],
) {
  const wanted = [...new Set(words.map(stemOf))];
  const bags = texts.map(({ id, title, abstract }) => {
    const text = [title, title, title, abstract].join(' ');
    return { id, title, stems: searchWords(text).map(stemOf) };
  });
  // A text without words has no length to compare with.
  const lengths = bags.map(({ stems }) => stems.length).filter((length) => length > 0);
  const average = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  const idf = (word: string) => {
    const n = bags.filter(({ stems }) => stems.includes(word)).length;
    return Math.log((bags.length - n + 0.5) / (n + 0.5) + 1);
  };
  const most = wanted.reduce((sum, word) => sum + idf(word), 0);
  return bags
    .filter(({ stems }) => wanted.every((word) => stems.includes(word)))
    .map(({ id, title, stems }) => {
      const bm25 = wanted.reduce((sum, word) => {
        const frequency = stems.filter((stem) => stem === word).length;
        const norm = 1.2 * (0.25 + (0.75 * stems.length) / average);
        return sum + (idf(word) * frequency * 2.2) / (frequency + norm);
      }, 0);
      const isTitle = searchWords(title).map(stemOf).join(' ') === words.map(stemOf).join(' ');
      return { id, score: bm25 / (2.2 * most) + (isTitle ? 1 : 0) };
    })
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

describe('a search for papers', () => {
  it('finds and ranks the same as BM25 written out over the words of all papers', () => {
    const text = fc.array(fc.constantFrom(...WORDS), { maxLength: 25 }).map((words) => words.join(' '));
    const title = fc
      .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 })
      .map((words) => words.join(' '));
    const papers = fc.array(fc.record({ title, abstract: text }), { minLength: 1, maxLength: 300 });
    const query = fc.uniqueArray(fc.constantFrom('graph', 'attention', 'models', 'deep', 'speech'), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(papers, query, fc.boolean(), (drawn, words, isPacked) => {
        const texts = drawn.map((paper, index) => ({ id: `p:${String(index).padStart(3, '0')}`, ...paper }));
        const projection = createProjection();
        for (const paper of texts) addPaper(projection, paper);
        if (isPacked) finishProjection(projection);
        const found = hitsOf(projection, words.join(' '), ['PAPER']);
        const expected = bruteForce(texts, words);
        expect(found.map(({ key }) => key)).toEqual(inOrderOf(found, expected));
        expect(found.length).toBe(expected.length);
        for (const [index, { score }] of found.entries())
          expect(score).toBeCloseTo(expected[index]?.score ?? -1, 9);
      }),
      { numRuns: 60 },
    );
  });

  it('finds phrases one behind the other, stop words aside, but not across title and abstract', () => {
    const projection = createProjection();
    addPaper(projection, { id: 'p:1', title: 'On the state of the art', abstract: 'Graph networks.' });
    addPaper(projection, { id: 'p:2', title: 'Art state', abstract: 'Networks of a graph.' });
    addPaper(projection, { id: 'p:3', title: 'A state', abstract: 'Art.' });
    expect(keysOf(projection, 'state art')).toHaveLength(3);
    expect(keysOf(projection, '"state of the art"')).toEqual(['p:1']);
    expect(keysOf(projection, '"graph network"')).toEqual(['p:1']);
    expect(keysOf(projection, '"networks graph')).toEqual(['p:2']);
  });

  it('finds how words begin, in whatever form, whether their index was packed or not', () => {
    const projection = createProjection();
    addPaper(projection, { id: 'p:1', title: 'Transformers', abstract: '' });
    finishProjection(projection);
    addPaper(projection, { id: 'p:2', title: 'Transforming', abstract: '' });
    addPaper(projection, { id: 'p:3', title: 'Form', abstract: '' });
    expect(keysOf(projection, 'transf*').sort()).toEqual(['p:1', 'p:2']);
    expect(keysOf(projection, 'transf')).toEqual([]);
  });

  it('minds no case, accents or forms of words', () => {
    const projection = createProjection();
    addPaper(projection, { id: 'p:1', title: 'POINCARÉ embeddings', abstract: 'ﬁelds' });
    for (const query of ['poincare', 'Poincaré', 'embedding', 'FIELD']) {
      expect(keysOf(projection, query)).toEqual(['p:1']);
    }
  });

  it('takes texts without spaces between words, and characters beyond the first plane', () => {
    const projection = createProjection();
    addPaper(projection, { id: 'p:1', title: '图神经网络', abstract: '𝐆raph 😀 図' });
    expect(keysOf(projection, '图神经网络')).toEqual(['p:1']);
    expect(keysOf(projection, '图神*')).toEqual(['p:1']);
    expect(keysOf(projection, 'graph')).toEqual(['p:1']);
    expect(keysOf(projection, '网络')).toEqual([]);
  });

  it('sees at once what a paper says now, and that one has gone', () => {
    const projection = createProjection();
    addPaper(projection, { id: 'p:1', title: 'Graphs', abstract: '' });
    addPaper(projection, { id: 'p:2', title: 'Graphs', abstract: 'More.' });
    finishProjection(projection);
    setPaperText(projection, 'p:1', 'Zebras', null);
    expect(keysOf(projection, 'graph')).toEqual(['p:2']);
    expect(keysOf(projection, 'zebr*')).toEqual(['p:1']);
    removeNode(projection, 'PAPER', 'p:2');
    expect(keysOf(projection, 'graph')).toEqual([]);
    expect(keysOf(projection, 'grap*')).toEqual([]);
    expect(correctedOf(projection, 'graqh')).toBeNull();
  });

  it('finds only papers that are wanted', () => {
    const projection = createProjection();
    addPaper(projection, { id: 'p:1', title: 'Graphs', abstract: '' });
    addPaper(projection, { id: 'p:2', title: 'Graphs', abstract: '' });
    const isWanted = (paper: number) => projection.nodes.PAPER.keys[paper] === 'p:2';
    const { ranking, hitOf } = search(projection, parseSearchQuery('graph'), NODE_KINDS, isWanted);
    expect(
      ranking
        .slice(0, 9)
        .map(hitOf)
        .map(({ key }) => key),
    ).toEqual(['p:2']);
  });
});

describe('a search over all kinds', () => {
  const projection = createProjection();
  const topic = (key: string, ...otherNames: string[]) =>
    setNode(projection, 'TOPIC', { key, name: key, otherNames });
  topic('graph neural network', 'GNN', 'GNNs');
  topic('graph');
  topic('graph attention');
  setNode(projection, 'AUTHOR', { key: 'a', name: 'Will Graph', otherNames: [] });
  setNode(projection, 'AUTHOR', { key: 'b', name: 'Ann Graph', otherNames: [] });
  for (let index = 0; index < 5; index += 1) {
    addPaper(projection, {
      id: `p:${index}`,
      title: `Graph neural networks ${index}`,
      abstract: 'Graph neural networks. '.repeat(9),
      topics: ['graph neural network'],
    });
  }

  it('puts first what has just this name, in any form or by another name', () => {
    expect(keysOf(projection, 'graph neural networks')[0]).toBe('graph neural network');
    expect(keysOf(projection, 'gnn')).toEqual(['graph neural network']);
    expect(keysOf(projection, 'graph')[0]).toBe('graph');
  });

  it('prefers names of which more was asked for, and a stop word counts where it is a name', () => {
    expect(keysOf(projection, 'graph', ['TOPIC'])).toEqual([
      'graph',
      'graph attention',
      'graph neural network',
    ]);
    expect(keysOf(projection, 'will graph', ['AUTHOR'])).toEqual(['a', 'b']);
    expect(keysOf(projection, 'ann graph', ['AUTHOR'])).toEqual(['b']);
  });

  it('scores above 0 up to 1, and 1 more where the query is the name', () => {
    const hits = hitsOf(projection, 'graph');
    expect(hits.filter(({ score }) => score > 1).map(({ key }) => key)).toEqual(['graph']);
    for (const { score } of hits) expect(score).toBeGreaterThan(0);
  });

  it('takes one or two slips, also letters that are swapped, where nothing has the words', () => {
    expect(correctedOf(projection, 'grpah')).toBe('graph');
    expect(correctedOf(projection, 'neurl graph')).toBe('neural graph');
    expect(correctedOf(projection, '"graph atention"')).toBe('"graph attention"');
    expect(correctedOf(projection, 'atentoin')).toBe('attention');
    expect(keysOf(projection, 'atentoin')).toEqual(['graph attention']);
    expect(correctedOf(projection, 'graph')).toBeNull();
  });

  it('corrects no short words, no wrong first letter, and nothing too far away', () => {
    for (const query of ['gxn', 'braph', 'gxxph', 'axtxntxon', 'atentxon graphx extrxa wordx morex']) {
      expect(hitsOf(projection, query)).toEqual([]);
      expect(correctedOf(projection, query)).toBeNull();
    }
  });

  it('has a page behind each place', () => {
    const { ranking } = search(projection, parseSearchQuery('graph'), NODE_KINDS, () => true);
    const all = ranking.slice(0, ranking.count);
    for (const [place, item] of all.entries()) {
      expect(ranking.placeOf(ranking.keyOf(item), 'before')).toBe(place);
      expect(ranking.placeOf(ranking.keyOf(item), 'behind')).toBe(place + 1);
    }
  });
});

describe('a query', () => {
  it('must hold a word that tells something', () => {
    for (const query of ['', '  ', 'the of', 'a', '"the"', '*', 'a*', '!?', '""']) {
      expect(() => parseSearchQuery(query)).toThrow(
        /^Expected "query" to hold a word to search for, but got/,
      );
    }
  });

  it('has at most 32 words', () => {
    expect(parseSearchQuery('graph '.repeat(32))).toHaveLength(32);
    expect(() => parseSearchQuery('graph '.repeat(33))).toThrow(
      '"query" has 33 words, but at most 32 are allowed.',
    );
  });
});

describe('the distance of two words', () => {
  it('is the number of edits that makes one of the other, each letter edited once', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 3 }), (a, b, limit) => {
        expect(editDistance(a, b, limit)).toBe(Math.min(distanceOf(a, b), limit + 1));
      }),
      { numRuns: 500 },
    );
  });

  function distanceOf(a: string, b: string): number {
    if (a === '' || b === '') return a.length + b.length;
    const ways = [
      distanceOf(a.slice(1), b) + 1,
      distanceOf(a, b.slice(1)) + 1,
      distanceOf(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1),
    ];
    if (a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0]) {
      ways.push(distanceOf(a.slice(2), b.slice(2)) + 1);
    }
    return Math.min(...ways);
  }
});

describe('highlights', () => {
  const marked = (text: string, query: string) =>
    findMatches(text, parseSearchQuery(query)).map(({ start, end }) => text.slice(start, end));

  it('mark words in any form, phrases as a whole, and what begins so', () => {
    expect(marked('Models of a graph; modelling GRAPHS.', 'model graph')).toEqual([
      'Models',
      'graph',
      'modelling',
      'GRAPHS',
    ]);
    expect(marked('State of the art, the art of state', '"state of the art"')).toEqual(['State of the art']);
    expect(marked('Poincaré 𝐆raph 😀 transformers', 'poincare graph trans*')).toEqual([
      'Poincaré',
      '𝐆raph',
      'transformers',
    ]);
  });

  it('show the part of a long text where most is found, cut between words, with its place', () => {
    const filler = 'nothing of it here '.repeat(30);
    const text = `Graph. ${filler}a graph with attention for speech ${filler}`;
    const fragment = highlightFragment(text, parseSearchQuery('graph attention speech'));
    expect(fragment?.text.length).toBeLessThanOrEqual(240);
    expect(text.slice(fragment?.offset, (fragment?.offset ?? 0) + (fragment?.text.length ?? 0))).toBe(
      fragment?.text,
    );
    expect(fragment?.matches.map(({ start, end }) => fragment.text.slice(start, end))).toEqual([
      'graph',
      'attention',
      'speech',
    ]);
    expect(fragment?.text).toMatch(/^\w.*\w$/);
    expect(text[(fragment?.offset ?? 0) - 1]).toBe(' ');
  });

  it('lie within their text and are in order, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 600 }),
        fc.constantFrom(...WORDS.filter((word) => word.length > 3)),
        (around, word) => {
          const text = `${around} ${word} ${around}`;
          const fragment = highlightFragment(text, parseSearchQuery(`${word} graph*`));
          let last = 0;
          for (const { start, end } of fragment?.matches ?? []) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            last = end;
          }
          expect(last).toBeLessThanOrEqual(fragment?.text.length ?? 0);
        },
      ),
    );
  });
});

/** Papers whose scores differ in the last digits only may stand in either order. */
function inOrderOf(
  found: readonly { key: string; score: number }[],
  expected: readonly { id: string; score: number }[],
) {
  return found.map(({ key }, place) => {
    const other = expected[place];
    const own = expected.find(({ id }) => id === key);
    return own !== undefined && other !== undefined && Math.abs(own.score - other.score) < 1e-9
      ? key
      : other?.id;
  });
}
