import { describe, expect, it } from 'vitest';
import { canonicalKey } from '../../../src/model/canonical-key.ts';

describe('a canonical key', () => {
  it.each([
    ['large language model', ['Large Language Models', 'large-language models', 'large  language model’s']],
    ['llm', ['LLM', 'LLMs', "LLM's", 'LLMs’', 'llms']],
    ['kg', ['KG', 'KGs']],
    ['pretraining', ['pre-training', 'Pre training', 'Pretraining']],
    ['finetuning', ['fine-tuning', 'fine tuning', 'Finetuning']],
    ['multimodal model', ['multi-modal models', 'multimodal model', 'Multi modal Model']],
    ['case study', ['case studies', 'Case-study']],
    ['confusion matrix', ['confusion matrices', 'Confusion Matrix']],
    ['inductive bias', ['inductive biases', 'inductive bias']],
    ['regularization', ['regularisation', 'Regularization']],
    ['question answering', ['Question-Answering', 'question answering']],
    ['knowledge base', ['knowledge bases', 'Knowledge-Base']],
    ['evaluation metric', ['evaluation metrics', 'evaluation metric']],
    ['gpu', ['GPUs', 'gpus', 'GPU']],
    ['quantized behavior modeling', ['quantised behaviour modelling', 'Quantized Behavior Modeling']],
    ['tokenizer', ['Tokenisers', 'tokenizers']],
    ['search index', ['search indices', 'search index']],
    ['kv cache', ['KV caches', 'KV cache']],
    ['status', ['statuses', 'status']],
    ['agent', ["agents''", 'agents’’', 'agent']],
    ['neural process', ['neural processes']],
  ])('is "%s" for all of %j', (key, forms) => {
    expect(forms.map(canonicalKey)).toEqual(forms.map(() => key));
  });

  it.each([
    'analysis',
    'bias',
    'loss',
    'physics',
    'status',
    'corpus',
    'time series',
    'lens',
    'robotics',
    'axis',
    'gas',
    'loss',
    'class',
    'mathematics',
    'naive bayes',
    'promise',
    'precise noise',
  ])('leaves "%s" as it is: it is no plural', (word) => {
    expect(canonicalKey(word)).toBe(word);
  });

  it('is its own key, whatever words a phrase is made of', () => {
    const words = [
      'Pre',
      'fine',
      'multi-',
      'LLMs',
      "GPU's",
      'analyses',
      'losses',
      'optimised',
      'in/out',
      'studies',
    ];
    for (const first of words) {
      for (const second of words) {
        for (const third of ['', ' tuning', '-tuned', 's', "s'", ' matrices', ' modelling']) {
          const key = canonicalKey(`${first} ${second}${third}`);
          expect(canonicalKey(key)).toBe(key);
        }
      }
    }
  });

  it('is its own key', () => {
    const phrases = [
      'Pre-Trained LLMs',
      'hypotheses',
      'classes',
      'Multi-Agent Systems',
      'co-occurrences',
      'bus',
      'studies',
      "agents''",
      'caches',
      'theses',
    ];
    for (const key of phrases.map(canonicalKey)) expect(canonicalKey(key)).toBe(key);
  });
});
