import { canonicalKey } from '../model/canonical-key.ts';

/**
 * What acronyms mean wherever computer scientists write them without explanation. Only those that have one meaning
 * belong here: not AD, MAE, MI, RF or SD, whose meaning the papers must tell.
 */
const MEANINGS = {
  asr: 'automatic speech recognition',
  bci: 'brain-computer interface',
  cnn: 'convolutional neural network',
  cot: 'chain of thought',
  dnn: 'deep neural network',
  dpo: 'direct preference optimization',
  drl: 'deep reinforcement learning',
  gan: 'generative adversarial network',
  gcn: 'graph convolutional network',
  gnn: 'graph neural network',
  grpo: 'group relative policy optimization',
  icl: 'in-context learning',
  kg: 'knowledge graph',
  llm: 'large language model',
  lmm: 'large multimodal model',
  lstm: 'long short-term memory',
  mcts: 'Monte Carlo tree search',
  mllm: 'multimodal large language model',
  moe: 'mixture of experts',
  nas: 'neural architecture search',
  nerf: 'neural radiance field',
  nlp: 'natural language processing',
  ocr: 'optical character recognition',
  peft: 'parameter-efficient fine-tuning',
  ppo: 'proximal policy optimization',
  rag: 'retrieval-augmented generation',
  rl: 'reinforcement learning',
  rlhf: 'reinforcement learning from human feedback',
  rlvr: 'reinforcement learning with verifiable rewards',
  rnn: 'recurrent neural network',
  sft: 'supervised fine-tuning',
  slam: 'simultaneous localization and mapping',
  slm: 'small language model',
  ssl: 'self-supervised learning',
  svm: 'support vector machine',
  tts: 'text-to-speech',
  vae: 'variational autoencoder',
  vit: 'vision transformer',
  vla: 'vision-language-action model',
  vlm: 'vision-language model',
  vqa: 'visual question answering',
};

/** By the canonical key of the acronym: the canonical key of what it means, and how to display that. */
export const WELL_KNOWN_ACRONYMS: ReadonlyMap<string, { key: string; name: string }> = new Map(
  Object.entries(MEANINGS).map(([acronym, name]) => [acronym, { key: canonicalKey(name), name }]),
);
