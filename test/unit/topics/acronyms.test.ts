import { describe, expect, it } from 'vitest';
import { findAcronyms } from '../../../src/topics/acronyms.ts';

describe('the acronyms of a text', () => {
  it.each([
    ['We prune large language models (LLMs).', 'LLMs', 'large language models'],
    ['A vision transformer (ViT) sees.', 'ViT', 'vision transformer'],
    ['Low-Rank Adaptation (LoRA) is cheap.', 'LoRA', 'Low-Rank Adaptation'],
    ['Supervised fine-tuning (SFT) comes first.', 'SFT', 'Supervised fine-tuning'],
    ['We use retrieval-augmented generation (RAG; see below).', 'RAG', 'retrieval-augmented generation'],
    [
      'By reinforcement learning from human feedback (RLHF), we align.',
      'RLHF',
      'reinforcement learning from human feedback',
    ],
    ['The mixture of experts (MoE) routes.', 'MoE', 'mixture of experts'],
    ['We descend by SGD (stochastic gradient descent).', 'SGD', 'stochastic gradient descent'],
    ['Many LLMs (large language models) fail.', 'LLMs', 'large language models'],
    [
      'It starts from CLIP (Contrastive Language-Image Pre-training).',
      'CLIP',
      'Contrastive Language-Image Pre-training',
    ],
    ['We render by 3D Gaussian Splatting (3DGS).', '3DGS', '3D Gaussian Splatting'],
    ['We sample text-to-image (T2I) models.', 'T2I', 'text-to-image'],
  ])('in "%s"', (text, acronym, longForm) => {
    expect(findAcronyms(text)).toEqual([{ acronym, longForm }]);
  });

  it.each([
    'We train models (see Section 2).',
    'The results (2024) hold.',
    'Our network (ABC) is large.',
    'Some of our large language tools (LLM) fail.',
    'Images (RGB) are inputs.',
    'It ends. Language models (LLM) begin.',
    'Our XYZ (see the appendix) is open.',
    'An LLM (a large language model, that is) helps.',
    'The networks in a GPU (small and fast) learn.',
  ])('are not in "%s"', (text) => {
    expect(findAcronyms(text)).toEqual([]);
  });

  it('are each taken at their first definition', () => {
    expect(findAcronyms('Graph networks (GN) and general numbers (GN).')).toEqual([
      { acronym: 'GN', longForm: 'Graph networks' },
    ]);
  });
});
