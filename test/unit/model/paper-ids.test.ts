import { describe, expect, it } from 'vitest';
import { parseArxivId, titleKey } from '../../../src/model/paper-ids.ts';

describe('a title key', () => {
  it('is the same for another case, punctuation, spacing and compatibility form', () => {
    const key = titleKey('How transferable are features in deep neural networks?');
    expect(key).toMatch(/^title:[0-9a-f]{16}$/);
    expect(titleKey('  HOW TRANSFERABLE are features — in deep\u00a0neural networks')).toBe(key);
    expect(titleKey('Eﬃcient')).toBe(titleKey('Efficient'));
  });

  it('differs where a word differs', () => {
    expect(titleKey('Scaling Laws I')).not.toBe(titleKey('Scaling Laws II'));
  });

  it('is null for a title without letters or digits', () => {
    expect(titleKey('?! — …')).toBeNull();
  });
});

describe('an arXiv id', () => {
  it.each([
    ['2402.18700', '2402.18700'],
    ['arXiv:2402.18700v2', '2402.18700'],
    ['https://arxiv.org/abs/2402.18700v1', '2402.18700'],
    ['https://arxiv.org/html/2402.18700v1/', '2402.18700'],
    ['https://export.arxiv.org/abs/2402.18700', '2402.18700'],
    ['https://doi.org/10.48550/arXiv.2402.18700', '2402.18700'],
    ['10.48550/arxiv.2402.18700', '2402.18700'],
    ['http://www.arxiv.org/pdf/2402.18700v3.pdf', '2402.18700'],
    ['https://huggingface.co/papers/2402.18700?ref=x', '2402.18700'],
    ['cs/0112017', 'cs/0112017'],
    ['https://arxiv.org/abs/cond-mat/0207270v1', 'cond-mat/0207270'],
    ['0704.0001', '0704.0001'],
  ])('is read from %s', (text, id) => {
    expect(parseArxivId(text)).toBe(id);
  });

  it.each([
    '',
    '24.18700',
    'https://arxiv.org/list/cs.LG/recent',
    'https://huggingface.co/papers',
    '2402.18700 x',
  ])('is not in %j', (text) => {
    expect(parseArxivId(text)).toBeNull();
  });
});
