import { describe, expect, it } from 'vitest';
import { topicOverrides } from '../../../src/topics/overrides.ts';
import { corpusTopicsOf } from '../../support/topics.ts';

const paper = (title: string, abstract = title) => ({ title, abstract });
/** A paper that is about a phrase, in whatever form. */
const about = (form: string) =>
  paper(
    `On ${form}`,
    `We study ${form} at length. Our study of ${form} shows this. All of our ${form} is here.`,
  );
const keysOf = (texts: Parameters<typeof corpusTopicsOf>[0], options = {}) =>
  corpusTopicsOf(texts, options).papers.map((topics) => topics.map(({ key }) => key));

describe('one topic for all forms of a concept', () => {
  it.each([
    [
      'large language model',
      ['LLM', 'LLMs', "LLM's weights", 'large language model', 'large language models'],
    ],
    [
      'vision transformer',
      ['ViT', 'ViTs', 'vision transformer', 'vision transformers', 'Vision Transformers'],
    ],
    ['knowledge graph', ['KG', 'KGs', 'knowledge graph', 'knowledge graphs', 'Knowledge-Graphs']],
    ['pretraining', ['pre-training', 'pretraining', 'Pre-Training', 'Pretraining']],
    ['graph neural network', ['GNN', 'GNNs', 'graph neural networks', 'Graph Neural Network']],
    [
      'retrieval augmented generation',
      ['RAG', 'retrieval-augmented generation', 'retrieval augmented generation'],
    ],
    ['reinforcement learning', ['RL', 'reinforcement learning', 'Reinforcement Learning']],
  ])('%s', (key, forms) => {
    // Each form in a paper of its own, and no paper that defines the acronym.
    const { papers, topics } = corpusTopicsOf(forms.map(about));
    for (const [index, found] of papers.entries()) {
      const ofConcept = found.filter(
        (topic) => topic.key.includes(key) || topic.key === forms[0]?.toLowerCase(),
      );
      expect(
        ofConcept.map((topic) => topic.key),
        forms[index],
      ).toContain(key);
    }
    expect(topics.has(forms[0]?.toLowerCase() ?? '') && forms[0]?.toLowerCase() !== key).toBe(false);
  });

  it('keeps the aliases seen, each with its rule, and the acronym', () => {
    const { topics } = corpusTopicsOf([
      about('large language models (LLMs)'),
      about('LLMs'),
      about('vision transformers'),
      about('ViTs'),
    ]);
    const llm = topics.get('large language model');
    expect(llm).toMatchObject({ name: 'large language model', acronym: 'LLM' });
    const rules = Object.fromEntries(
      (llm?.aliases ?? []).map((alias, index) => [alias, llm?.aliasRules[index]]),
    );
    expect(rules).toEqual({ LLMs: 'DEFINITION', 'large language models': 'SPELLING' });
    const vit = topics.get('vision transformer');
    expect(vit?.aliases).toContain('ViTs');
    expect(vit?.aliasRules[vit.aliases.indexOf('ViTs')]).toBe('WELL_KNOWN');
  });
});

describe('an ambiguous acronym', () => {
  const anomaly = about('anomaly detection (AD)');
  const disease = about("Alzheimer's disease (AD)");
  const plain = about('AD');

  it('means what the paper itself says, whatever the others say', () => {
    const keys = keysOf([anomaly, anomaly, anomaly, disease]);
    expect(keys[0]).toContain('anomaly detection');
    expect(keys[3]).toContain('alzheimer disease');
    expect(keys.flat()).not.toContain('ad');
  });

  it('means elsewhere what a clear majority of the papers says', () => {
    const { papers, topics } = corpusTopicsOf([
      anomaly,
      paper(anomaly.title, `${anomaly.abstract} Again.`),
      plain,
    ]);
    expect(papers[2]?.map(({ key }) => key)).toContain('anomaly detection');
    const topic = topics.get('anomaly detection');
    expect(topic?.aliases).toContain('AD');
    expect(papers[2]?.flatMap(({ forms }) => forms)).toContainEqual({ form: 'AD', rule: 'MAJORITY' });
  });

  it.each([
    ['papers disagree', [anomaly, anomaly, disease, disease, plain]],
    ['two thirds are not reached', [anomaly, anomaly, anomaly, disease, disease, plain]],
    ['only one paper defines it', [anomaly, plain]],
    ['no paper defines it', [plain]],
  ])('stays a topic of its own where %s', (_, texts) => {
    expect(keysOf(texts).at(-1)).toContain('ad');
  });

  it.each(['MAE', 'SD', 'MI', 'RF'])('such as %s has no meaning that is taken for granted', (acronym) => {
    expect(keysOf([about(acronym)])[0]).toContain(acronym.toLowerCase());
  });

  it('gives way to the papers where its well-known meaning is not theirs', () => {
    const region = about('region adjacency graphs (RAG)');
    expect(keysOf([region, region, about('RAG')])[2]).toContain('rag');
    expect(keysOf([region, region, region, region, region, region, about('RAG')])[6]).toContain(
      'region adjacency graph',
    );
  });
});

describe("a paper's own name for its system", () => {
  const text = paper(
    'CATNIP: Unlearning by Calibrated Preferences',
    'Machine unlearning is hard. We propose CATNIP, which does machine unlearning. CATNIP wins.',
  );

  it('is no topic, unless other papers use it', () => {
    expect(keysOf([text, about('graph transformers')])[0]).not.toContain('catnip');
    const user = paper('Faster machine unlearning', 'We make CATNIP faster. CATNIP is slow. So is CATNIP.');
    expect(keysOf([text, user])[0]).toContain('catnip');
  });
});

describe('provided keywords', () => {
  const keywords = [
    { text: 'Knowledge Distillation', source: 'ai_keywords' },
    { text: 'model compression', source: 'ai_keywords' },
  ];
  const text = {
    ...paper('Small students', 'Knowledge distillation makes small students of large teachers.'),
    keywords,
  };

  it('are topics with their source and a score of 1, through the same keys, with evidence where the text has them', () => {
    const { papers, topics } = corpusTopicsOf([text, about('knowledge distillation')]);
    const [first] = papers;
    expect(first?.slice(0, 2)).toMatchObject([
      {
        key: 'knowledge distillation',
        score: 1,
        source: 'ai_keywords',
        evidence: [{ text: 'Knowledge distillation' }],
      },
      { key: 'model compression', score: 1, source: 'ai_keywords', evidence: [] },
    ]);
    expect(first?.slice(2).every(({ source }) => source === 'text')).toBe(true);
    expect(topics.get('knowledge distillation')?.name).toBe('knowledge distillation');
    expect(papers[1]?.map(({ key }) => key)).toContain('knowledge distillation');
  });

  it.each(['state-of-the-art', 'C++ (17)', "Moore's law", 'a/b tests', '[MASK]'])(
    'are found in the text whatever signs they hold: %s',
    (word) => {
      const text = {
        ...paper('On words', `We use ${word}, too.`),
        keywords: [{ text: word, source: 'ai_keywords' }],
      };
      const { papers } = corpusTopicsOf([text]);
      const given = papers[0]?.find(({ source }) => source === 'ai_keywords');
      expect(given?.evidence.map(({ text }) => text)).toEqual([word]);
    },
  );

  it('count for the vocabulary: what one paper gives as keyword ranks higher in another', () => {
    const other = paper('Pruning', 'Weight pruning is old. Model compression and image retrieval profit.');
    const scoreWith = (texts: Parameters<typeof corpusTopicsOf>[0]) =>
      corpusTopicsOf(texts, { limit: 20 })
        .papers.at(-1)
        ?.find(({ key }) => key === 'model compression')?.score ?? 0;
    const plain = Array.from({ length: 60 }, (_, index) => about(`subject${index}`));
    const others = plain.map((text, index) => (index < 6 ? { ...text, keywords } : text));
    expect(scoreWith([...others, other])).toBeGreaterThan(scoreWith([...plain, other]));
  });
});

describe('overrides', () => {
  const overrides = topicOverrides.parse({
    alias: { 'Generative AI': 'generative model' },
    forbid: ['graph transformers'],
    rename: { 'generative model': 'Generative Models' },
  });

  it('alias, forbid and rename topics, in any spelling', () => {
    const texts = [about('generative AI'), about('generative models'), about('graph transformers')];
    const { papers, topics } = corpusTopicsOf(texts, { overrides });
    expect(papers[0]?.map(({ key }) => key)).toContain('generative model');
    expect(papers[2]?.map(({ key }) => key)).not.toContain('graph transformer');
    const topic = topics.get('generative model');
    expect(topic?.name).toBe('Generative Models');
    expect(topic?.aliasRules[topic.aliases.indexOf('generative AI')]).toBe('OVERRIDE');
  });

  it('are refused with the place where they are wrong', () => {
    expect(
      topicOverrides.safeParse({ alias: { x: 3 }, banned: [] }).error?.issues.map(({ path }) => path),
    ).toEqual([['alias', 'x'], []]);
  });
});
