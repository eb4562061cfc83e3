import { describe, expect, it } from 'vitest';
import { cleanText } from '../../../src/topics/clean-text.ts';

describe('a cleaned text', () => {
  it('has blanks for what is no prose, and everything else in its place', () => {
    const text = 'At $x^2$ see https://a.b/c. and \\textbf{bold} 22.6\\% of it';
    const cleaned = cleanText(text);
    expect(cleaned).toHaveLength(text.length);
    expect(cleaned.replace(/\s+/g, ' ')).toBe('At see and 22.6 % of it');
    expect(cleaned.indexOf('of it')).toBe(text.indexOf('of it'));
  });
});
