import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finishProjection, removeNode, setNode } from '../../../src/analysis/change-projection.ts';
import {
  createProjection,
  NODE_KINDS,
  type NodeKind,
  type Projection,
} from '../../../src/analysis/projection.ts';
import { suggest } from '../../../src/analysis/suggest.ts';
import { foldedWords } from '../../../src/model/search-text.ts';
import { stemOf } from '../../../src/model/stem.ts';
import { addPaper } from '../../support/projections.ts';

const namesOf = (
  projection: Projection,
  typed: string,
  kinds: readonly NodeKind[] = NODE_KINDS,
  first = 10,
) => suggest(projection, typed, kinds, first).map(({ name }) => name);

describe('suggestions', () => {
  it('are those of all names, compared one by one, that rank first', () => {
    const word = fc.constantFrom('graph', 'graphs', 'grain', 'neural', 'neuron', 'net', 'of', 'a');
    const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
    const topics = fc.array(fc.record({ name, other: name }), { maxLength: 30 });
    const papers = fc.array(
      fc.record({
        name,
        upvotes: fc.option(fc.nat(3)),
        publishedOn: fc.option(fc.constantFrom('2024-01-01', '2025-01-01')),
        topics: fc.array(fc.nat(29), { maxLength: 6 }),
      }),
      { maxLength: 40 },
    );
    const typed = fc.array(fc.constantFrom('g', 'gr', 'graph', 'graphs', 'n', 'neu', 'net', 'of', 'a'), {
      minLength: 1,
      maxLength: 3,
    });
    const kinds = fc.constantFrom<readonly NodeKind[]>(NODE_KINDS, ['TOPIC'], ['PAPER']);
    fc.assert(
      fc.property(
        topics,
        papers,
        typed,
        kinds,
        fc.integer({ min: 1, max: 12 }),
        (topics, papers, typed, kinds, first) => {
          const projection = createProjection();
          for (const [index, { name, other }] of topics.entries()) {
            setNode(projection, 'TOPIC', { key: `t${index}`, name, otherNames: [other] });
          }
          finishProjection(projection);
          const linked = papers.map((paper) => [
            ...new Set(paper.topics.filter((topic) => topic < topics.length)),
          ]);
          for (const [index, { name, upvotes, publishedOn }] of papers.entries()) {
            const topicKeys = (linked[index] ?? []).map((topic) => `t${topic}`);
            addPaper(projection, {
              id: `p${index}`,
              title: name,
              abstract: '',
              upvotes,
              publishedOn,
              topics: topicKeys,
            });
          }
          const all = [
            ...topics.map(({ name, other }, index) => ({
              kind: 'TOPIC' as const,
              key: `t${index}`,
              names: [name, other],
              order: [linked.filter((topics) => topics.includes(index)).length, Infinity, ''] as const,
            })),
            ...papers.map(({ name, upvotes, publishedOn }, index) => ({
              kind: 'PAPER' as const,
              key: `p${index}`,
              names: [name],
              order: [1, upvotes ?? -1, publishedOn ?? ''] as const,
            })),
          ].filter(({ kind }) => kinds.includes(kind));
          const expected = all
            .map((node) => ({ ...node, match: matchOf(node.names, typed) }))
            .filter(({ match }) => match > 0)
            .sort(
              (x, y) =>
                y.match - x.match ||
                y.order[0] - x.order[0] ||
                compare(y.order[1], x.order[1]) ||
                compare(y.order[2], x.order[2]) ||
                compare(x.names[0] ?? '', y.names[0] ?? '') ||
                compare(y.kind, x.kind) ||
                compare(x.key, y.key),
            );
          expect(suggest(projection, typed.join(' '), kinds, first).map(({ key }) => key)).toEqual(
            expected.slice(0, first).map(({ key }) => key),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it('put first what begins so, also by another name, then what has more papers', () => {
    const projection = createProjection();
    setNode(projection, 'TOPIC', { key: 'llm', name: 'large language model', otherNames: ['LLM', 'LLMs'] });
    setNode(projection, 'TOPIC', { key: 'llmb', name: 'LLM bench', otherNames: [] });
    setNode(projection, 'ORG', { key: 'o', name: 'Open LLM', otherNames: [] });
    for (const id of ['p:1', 'p:2']) {
      addPaper(projection, { id, title: 'Paper', abstract: '', topics: ['llm'], orgs: ['o'] });
    }
    addPaper(projection, { id: 'p:3', title: 'LLMs', abstract: '', topics: ['llmb'], upvotes: 9 });
    expect(namesOf(projection, 'llm')).toEqual(['large language model', 'LLM bench', 'LLMs', 'Open LLM']);
    expect(suggest(projection, 'open', NODE_KINDS, 1)).toEqual([
      { kind: 'ORG', key: 'o', name: 'Open LLM', paperCount: 2 },
    ]);
    expect(suggest(projection, 'llms', ['PAPER'], 1)[0]?.paperCount).toBeNull();
  });

  it('mind no case or accents, and find each word at its beginning only', () => {
    const projection = createProjection();
    setNode(projection, 'AUTHOR', { key: 'a', name: 'Henri Poincaré', otherNames: [] });
    for (const typed of ['poinc', 'POINCARÉ', 'hen poi', 'poin h', ' Henri  P']) {
      expect(namesOf(projection, typed)).toEqual(['Henri Poincaré']);
    }
    for (const typed of ['oinc', 'henri x', '', '!', '图']) expect(namesOf(projection, typed)).toEqual([]);
  });

  it('follow the graph as it changes, with thousands of new words', () => {
    const projection = createProjection();
    addPaper(projection, { id: 'p:0', title: 'Zero', abstract: '' });
    finishProjection(projection);
    for (let index = 0; index < 5000; index += 1) {
      addPaper(projection, { id: `p:${index}`, title: `word${index} x`, abstract: '', upvotes: index });
      if (index % 997 === 0) expect(namesOf(projection, `word${index}`)).toEqual([`word${index} x`]);
    }
    expect(namesOf(projection, 'word', ['PAPER'], 2)).toEqual(['word4999 x', 'word4998 x']);
    expect(namesOf(projection, 'zero')).toEqual([]);
    removeNode(projection, 'PAPER', 'p:4999');
    expect(namesOf(projection, 'word', ['PAPER'], 1)).toEqual(['word4998 x']);
  });

  it('take at most 32 words', () => {
    expect(() => suggest(createProjection(), 'a '.repeat(33), NODE_KINDS, 1)).toThrow(
      '"prefix" has 33 words, but at most 32 are allowed.',
    );
  });
});

/** 2 where a name begins with what was typed, 1 where the names have all words, else 0. */
function matchOf(names: readonly string[], typed: readonly string[]): number {
  const everyForm = names.flatMap(foldedWords);
  const isLike = (word: string, prefix: string) => word.startsWith(prefix) || stemOf(word) === stemOf(prefix);
  // Another form of a word that begins so will do: the graph knows words by their stems.
  const forms = ['graph', 'graphs', 'grain', 'neural', 'neuron', 'net', 'of', 'a'];
  const matches = (word: string, prefix: string) =>
    isLike(word, prefix) || forms.some((form) => stemOf(form) === stemOf(word) && form.startsWith(prefix));
  const begins = names.some((name) => {
    const words = foldedWords(name);
    return typed.every((prefix, place) => words[place] !== undefined && matches(words[place], prefix));
  });
  if (begins) return 2;
  return typed.every((prefix) => everyForm.some((word) => matches(word, prefix))) ? 1 : 0;
}

function compare<Value extends string | number>(a: Value, b: Value): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
