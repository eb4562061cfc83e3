import { describe, expect, it } from 'vitest';
import type { PaperTopic } from '../../../src/topics/paper-topics.ts';
import { topicsOf } from '../../support/topics.ts';

const PAPER = {
  title: 'PRUNIX: Reinforcement Learning for Smaller Large Language Models',
  abstract:
    'Large language models (LLMs) are slow. We propose PRUNIX, which prunes LLMs by reinforcement learning: a policy ' +
    'network chooses attention heads of an LLM with $\\alpha^2$ cost. Code: https://github.com/someone/graph-of-code. ' +
    'In experiments, knowledge distillation and knowledge distillation alone fall behind by 12.5\\%.',
};
const byKey = new Map(topicsOf(PAPER).map((topic) => [topic.key, topic]));

const wordsOf = (topic: PaperTopic | undefined) => topic?.evidence.map(({ text }) => text);

describe('the topics of a paper on its own', () => {
  it('are its noun phrases, the likeliest first', () => {
    const topics = topicsOf(PAPER);
    expect(topics.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['large language model', 'reinforcement learning', 'knowledge distillation']),
    );
    const scores = topics.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(scores.every((score) => score > 0 && score < 1)).toBe(true);
  });

  it('join an acronym with the long form that the paper gives it', () => {
    const topic = byKey.get('large language model');
    expect(topic).toMatchObject({ name: 'large language model', source: 'text', acronym: 'LLM' });
    expect(wordsOf(topic)).toEqual(['Large Language Models', 'Large language models', 'LLMs', 'LLMs', 'LLM']);
    expect(topic?.forms).toContainEqual({ form: 'LLMs', rule: 'DEFINITION' });
    expect(topic?.forms).toContainEqual({ form: 'large language models', rule: 'SPELLING' });
    expect(byKey.has('llm')).toBe(false);
  });

  it('have evidence in order of first appearance, also where the acronym comes first', () => {
    const [topic] = topicsOf({
      title: 'KD for Robots',
      abstract: 'For robots, as ever, KD (knowledge distillation) counts. We study Knowledge Distillation.',
    });
    expect(topic).toMatchObject({ key: 'knowledge distillation', acronym: 'KD' });
    expect(wordsOf(topic)).toEqual(['KD', 'KD', 'knowledge distillation', 'Knowledge Distillation']);
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
      for (const { field, start, end, text } of evidence) expect(PAPER[field].slice(start, end)).toBe(text);
    }
  });

  it('hold no phrase that stands on both sides of a formula', () => {
    const topics = topicsOf({
      title: 'Sparse diffusion$/$flow policies',
      abstract: 'Sparse diffusion$/$flow policies imitate a robot arm, and a robot arm imitates them.',
    });
    expect(topics.map(({ key }) => key)).toContain('robot arm');
    expect(topics.map(({ key }) => key).join()).not.toContain('diffusion flow');
  });

  it('hold no compound that only describes, such as real-world', () => {
    const topics = topicsOf({
      title: 'Robot Grasping in the Real-World: A Trade-Off',
      abstract: 'Robot grasping in real-world kitchens is a trade-off. The real-world is hard.',
    });
    expect(topics.map(({ key }) => key)).not.toContain('real world');
    expect(topics.map(({ key }) => key)).not.toContain('trade off');
    expect(topics[0]?.key).toBe('robot grasping');
  });

  it('hold no phrase across a blank line', () => {
    const topics = topicsOf({
      title: 'Robot Grasping',
      abstract:
        'We study robot grasping with a depth camera\n\nrobot grasping is then learned from a depth camera.',
    });
    expect(topics.map(({ key }) => key).join()).not.toContain('camera robot');
    expect(topics.map(({ key }) => key)).toContain('depth camera');
  });

  it('hold phrases across a line break, with evidence as it stands', () => {
    const topics = topicsOf({
      title: 'Pruning Large Multimodal\n  Models',
      abstract: 'We prune large multimodal\nmodels. Every large multimodal model shrinks.',
    });
    const topic = topics.find(({ key }) => key === 'large multimodal model');
    expect(topic?.name).toBe('large multimodal model');
    expect(wordsOf(topic)).toEqual([
      'Large Multimodal\n  Models',
      'large multimodal\nmodels',
      'large multimodal model',
    ]);
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
    const keys = topicsOf({ title, abstract }).map(({ key }) => key);
    expect(keys.join()).not.toContain(name);
    expect(keys).toContain('video editing');
  });

  it('do not take an acronym in use for the name of a system', () => {
    const topics = topicsOf({
      title: 'LLM Agents for Chemistry Labs',
      abstract: 'We propose LLM agents for chemistry labs. LLM agents plan.',
    });
    expect(topics.map(({ key }) => key)).toContain('llm agent');
  });

  it('begin with no verb of a title', () => {
    const topics = topicsOf({
      title: 'Understanding Graph Transformers and Building Graph Transformers',
      abstract: 'Graph transformers attend to nodes.',
    });
    expect(topics[0]?.key).toBe('graph transformer');
    expect(topics.map(({ key }) => key).join()).not.toMatch(/understanding|building/);
  });

  it('keep the capital of a name in mid-sentence, and in every place', () => {
    const [topic] = topicsOf({
      title: 'Gabor Filters in Vision',
      abstract: 'Gabor filters are learned. We look for Gabor filters in the first layer.',
    });
    expect(topic).toMatchObject({
      name: 'Gabor filter',
      forms: [{ form: 'Gabor filters', rule: 'SPELLING' }, {}],
    });
  });

  it('are at most as many as asked for, and the same every time', () => {
    expect(topicsOf(PAPER, { limit: 2 })).toEqual(topicsOf(PAPER).slice(0, 2));
    expect(topicsOf(PAPER)).toEqual(topicsOf(PAPER));
  });

  it('are none where a text has none', () => {
    expect(topicsOf({ title: 'A', abstract: 'It is so.' })).toEqual([]);
  });

  it('keep the capitals of names and drop those of titles', () => {
    const topics = topicsOf({
      title: 'Bayesian Neural Networks on ImageNet',
      abstract: 'They work on ImageNet.',
    });
    expect(topics.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Bayesian neural network', 'ImageNet']),
    );
  });
});
