const NOT_PROSE = [
  /(?:https?:\/\/|www\.|\b(?:github|gitlab|huggingface)\.(?:com|co)\/)\S+/gi,
  /\$[^$\n]{1,200}\$/g,
  /\\[a-zA-Z]+(?:\{[^{}]*\})*/g,
  /[\\{}^~]/g,
];

/**
 * Blanks what is no prose: URLs, LaTeX formulas and commands, stray escapes. Every character becomes one space, so a
 * place in the result is the same place in the text. For analysis only: what is stored stays as it came.
 */
export function cleanText(text: string): string {
  return NOT_PROSE.reduce(
    (cleaned, pattern) => cleaned.replace(pattern, (match) => ' '.repeat(match.length)),
    text,
  );
}
