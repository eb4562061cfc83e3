/**
 * Inverse document frequency, ln(1 + N / n), of something that n of N papers have: what is rare tells more. It stays above
 * 0 for what every paper has. (Spärck Jones 1972, with the usual 1 + against vanishing weights.)
 */
export function inverseDocumentFrequency(paperCount: number, holders: number): number {
  return Math.log(1 + paperCount / holders);
}

/** How soon more occurrences of a word stop telling more (k₁), and how much longer texts are held to repeat themselves (b). */
export const BM25 = { k1: 1.2, b: 0.75 };

/** Inverse document frequency as BM25 has it, ln(1 + (N − n + ½) / (n + ½)) (Robertson & Zaragoza 2009). */
export function wordRarity(textCount: number, holders: number): number {
  return Math.log(1 + (textCount - holders + 0.5) / (holders + 0.5));
}

/** What BM25 adds to how often a word occurs in a text: k₁ · (1 − b + b · length / average length). */
export function lengthDamping(length: number, averageLength: number): number {
  return BM25.k1 * (1 - BM25.b + (BM25.b * length) / averageLength);
}
