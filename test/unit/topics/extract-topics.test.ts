import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSource } from '../../../src/sources/read-source.ts';
import { cleanText } from '../../../src/topics/clean-text.ts';
import { extractTopics } from '../../../src/topics/extract-topics.ts';
import { SEED_LISTING, seedSkipped } from '../../support/seed-listing.ts';

const PAPER = {
  title: 'PRUNIX: Reinforcement Learning for Smaller Large Language Models',
  abstract:
    'Large language models (LLMs) are slow. We propose PRUNIX, which prunes LLMs by reinforcement learning: a policy ' +
    'network chooses attention heads of an LLM with $\\alpha^2$ cost. Code: https://github.com/someone/graph-of-code. ' +
    'In experiments, knowledge distillation and knowledge distillation alone fall behind by 12.5\\%.',
};
const byKey = new Map(extractTopics(PAPER).map((topic) => [topic.key, topic]));

describe('the topics of a paper', () => {
  it('are its noun phrases, the best first with a score of 1', () => {
    const topics = extractTopics(PAPER);
    expect(topics[0]).toMatchObject({ key: 'large language model', score: 1 });
    expect(topics.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['reinforcement learning', 'knowledge distillation', 'policy network']),
    );
    const scores = topics.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(scores.every((score) => score > 0 && score <= 1)).toBe(true);
  });

  it('join an acronym with the long form that the paper gives it', () => {
    expect(byKey.get('large language model')).toEqual({
      key: 'large language model',
      name: 'large language model',
      score: 1,
      evidence: ['Large Language Models', 'Large language models', 'LLMs', 'LLM'],
      aliases: ['LLM', 'LLMs', 'large language models'],
      acronyms: ['llm'],
    });
    expect(byKey.has('llm')).toBe(false);
  });

  it('have evidence in order of first appearance, also where the acronym comes first', () => {
    const [topic] = extractTopics({
      title: 'KD for Robots',
      abstract: 'For robots, as ever, KD (knowledge distillation) counts. We study Knowledge Distillation.',
    });
    expect(topic).toMatchObject({
      key: 'knowledge distillation',
      evidence: ['KD', 'knowledge distillation', 'Knowledge Distillation'],
      acronyms: ['kd'],
    });
  });

  it('leave out its own name for its system', () => {
    expect([...byKey.keys()].join()).not.toMatch(/prunix/i);
  });

  it('hold no URL, no LaTeX and no generic phrase', () => {
    expect([...byKey.keys()].join()).not.toMatch(/http|github|alpha|\\|\$|experiment|^code$/);
  });

  it('have evidence that stands in the text letter by letter', () => {
    for (const { evidence } of byKey.values()) {
      expect(evidence.length).toBeGreaterThan(0);
      for (const words of evidence) expect(`${PAPER.title}\n${PAPER.abstract}`).toContain(words);
    }
  });

  it('hold no phrase that stands on both sides of a formula', () => {
    const topics = extractTopics({
      title: 'Sparse diffusion$/$flow policies',
      abstract: 'Sparse diffusion$/$flow policies imitate a robot arm, and a robot arm imitates them.',
    });
    expect(topics.map(({ key }) => key)).toContain('robot arm');
    expect(topics.map(({ key }) => key).join()).not.toContain('diffusion flow');
  });

  it('hold no compound that only describes, such as real-world', () => {
    const topics = extractTopics({
      title: 'Robot Grasping in the Real-World: A Trade-Off',
      abstract: 'Robot grasping in real-world kitchens is a trade-off. The real-world is hard.',
    });
    expect(topics.map(({ key }) => key)).not.toContain('real world');
    expect(topics.map(({ key }) => key)).not.toContain('trade off');
    expect(topics[0]?.key).toBe('robot grasping');
  });

  it('hold phrases across a line break, with evidence as it stands', () => {
    const topics = extractTopics({
      title: 'Pruning Large Multimodal\n  Models',
      abstract: 'We prune large multimodal\nmodels. Every large multimodal model shrinks.',
    });
    expect(topics.find(({ key }) => key === 'large multimodal model')).toMatchObject({
      name: 'large multimodal model',
      evidence: ['Large Multimodal\n  Models', 'large multimodal\nmodels', 'large multimodal model'],
    });
    expect(topics.map(({ key }) => key)).not.toContain('large multimodal');
  });

  it.each([
    ['Skater 2.0: Video Editing', 'With Skater, video editing is fast. Skater edits.', 'skater'],
    [
      'A Skilled SAILOR for Video Editing',
      'Our approach SAILOR does video editing. SAILOR learns.',
      'sailor',
    ],
  ])('leave out the name of the system in "%s"', (title, abstract, name) => {
    const keys = extractTopics({ title, abstract }).map(({ key }) => key);
    expect(keys.join()).not.toContain(name);
    expect(keys).toContain('video editing');
  });

  it('do not take an acronym in use for the name of a system', () => {
    const topics = extractTopics({
      title: 'LLM Agents for Chemistry Labs',
      abstract: 'We propose LLM agents for chemistry labs. LLM agents plan.',
    });
    expect(topics.map(({ key }) => key)).toContain('llm agent');
  });

  it('begin with no verb of a title', () => {
    const topics = extractTopics({
      title: 'Understanding Graph Transformers and Building Graph Transformers',
      abstract: 'Graph transformers attend to nodes.',
    });
    expect(topics[0]?.key).toBe('graph transformer');
    expect(topics.map(({ key }) => key).join()).not.toMatch(/understanding|building/);
  });

  it('keep the capital of a name in mid-sentence, and in every place', () => {
    const [topic] = extractTopics({
      title: 'Gabor Filters in Vision',
      abstract: 'Gabor filters are learned. We look for Gabor filters in the first layer.',
    });
    expect(topic).toMatchObject({ name: 'Gabor filter', aliases: ['Gabor filters'] });
  });

  it('are at most as many as asked for, and the same every time', () => {
    expect(extractTopics(PAPER, { limit: 2 })).toEqual(extractTopics(PAPER).slice(0, 2));
    expect(extractTopics(PAPER)).toEqual(extractTopics(PAPER));
  });

  it('are none where a text has none', () => {
    expect(extractTopics({ title: 'A', abstract: 'It is so.' })).toEqual([]);
  });

  it('keep the capitals of names and drop those of titles', () => {
    const [topic] = extractTopics({
      title: 'Bayesian Neural Networks on ImageNet',
      abstract: 'They work on ImageNet.',
    });
    expect(topic?.name).toBe('Bayesian neural network');
  });
});

describe('a cleaned text', () => {
  it('has blanks for what is no prose, and everything else in its place', () => {
    const text = 'At $x^2$ see https://a.b/c. and \\textbf{bold} 22.6\\% of it';
    const cleaned = cleanText(text);
    expect(cleaned).toHaveLength(text.length);
    expect(cleaned.replace(/\s+/g, ' ')).toBe('At see and 22.6 % of it');
    expect(cleaned.indexOf('of it')).toBe(text.indexOf('of it'));
  });
});

describe.skipIf(seedSkipped)(
  `the topics of the seed listing${seedSkipped ? ` (skipped: ${seedSkipped})` : ''}`,
  () => {
    const papers =
      seedSkipped === null ? readSource(readFileSync(SEED_LISTING)).records.map(({ record }) => record) : [];
    const topics = papers.map((paper) => extractTopics(paper));

    it('are at least three a paper', () => {
      expect(Math.min(...topics.map(({ length }) => length))).toBeGreaterThanOrEqual(3);
    });

    it('have evidence that stands in the text letter by letter', () => {
      for (const [index, paper] of papers.entries()) {
        for (const words of topics[index]?.flatMap(({ evidence }) => evidence) ?? []) {
          expect(`${paper.title}\n${paper.abstract}`).toContain(words);
        }
      }
    });

    it('are shared: large language models by at least ten papers, scaling laws by four', () => {
      const count = (key: string) =>
        topics.filter((found) => found.some((topic) => topic.key === key)).length;
      expect(count('large language model')).toBeGreaterThanOrEqual(10);
      expect(count('scaling law')).toBeGreaterThanOrEqual(4);
    });

    it('hold no generic phrase, LaTeX fragment or URL', () => {
      const names = new Set(topics.flat().map(({ name }) => name.toLowerCase()));
      for (const generic of [
        'state-of-the-art',
        'code',
        'building',
        'observation',
        'subset',
        'fundamental problem',
        'unified framework',
        'performance degradation',
        'method',
        'paper',
      ]) {
        expect(names).not.toContain(generic);
      }
      expect([...names].join('\n')).not.toMatch(/[\\${}^]|https?:|github/);
    });
  },
);
