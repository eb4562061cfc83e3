/** Prefixes that are written joined, with a hyphen or as a word of their own: pre-training, multimodal, co occurrence. */
const JOINED_PREFIX =
  /\b(anti|auto|bi|co|fine|hyper|inter|intra|meta|multi|non|over|post|pre|re|semi|sub|super|trans|un|under|uni) (?=\p{L})/gu;

const IRREGULAR = new Map(
  Object.entries({
    analyses: 'analysis',
    axes: 'axis',
    corpora: 'corpus',
    criteria: 'criterion',
    hypotheses: 'hypothesis',
    indices: 'index',
    matrices: 'matrix',
    phenomena: 'phenomenon',
    syntheses: 'synthesis',
    vertices: 'vertex',
    theses: 'thesis',
    biases: 'bias',
    viruses: 'virus',
    statuses: 'status',
    bonuses: 'bonus',
    focuses: 'focus',
    buses: 'bus',
    gases: 'gas',
    lenses: 'lens',
    // The e is the word's own, not the plural's.
    caches: 'cache',
    niches: 'niche',
    movies: 'movie',
    cookies: 'cookie',
    apis: 'api',
    heroes: 'hero',
    leaves: 'leaf',
    ins: 'in',
    ups: 'up',
    // Plurals, though they end like `physics` or `status`.
    characteristics: 'characteristic',
    clinics: 'clinic',
    critics: 'critic',
    heuristics: 'heuristic',
    logics: 'logic',
    metrics: 'metric',
    topics: 'topic',
    cpus: 'cpu',
    gpus: 'gpu',
    tpus: 'tpu',
    menus: 'menu',
    // Singular, though they end like plurals.
    aids: 'aids',
    alias: 'alias',
    atlas: 'atlas',
    bayes: 'bayes',
    bias: 'bias',
    canvas: 'canvas',
    chaos: 'chaos',
    gas: 'gas',
    kubernetes: 'kubernetes',
    lens: 'lens',
    news: 'news',
    series: 'series',
    species: 'species',
    stokes: 'stokes',
  }),
);

/** British spellings and their American ones; `promise` and `noise` are not of the kind that changes. */
const AMERICAN: readonly [RegExp, string][] = [
  [/isation/g, 'ization'],
  [/(?<=acter|al|an|ant|en|im|lar|on)is(?=(?:e|ed|er|ing)s?\b)/g, 'iz'],
  [/\b(label|model|signal)l(?=(?:ed|er|ing)s?\b)/g, '$1'],
  [/\b(behavi|col|neighb)our/g, '$1or'],
];

/** What all of them have: most phrases need not be searched for each. */
const MAY_BE_BRITISH = /is[ae]|ising|ll|our/;

/**
 * The one form of a phrase by which topics are matched: lower case, hyphens as spaces, common prefixes joined, its
 * last word in the singular, British spelling as American. `Pre-Training` and `pretraining`, `LLMs` and `LLM's` have equal
 * keys. It is a key and not for display, and it is its own key.
 */
export function canonicalKey(phrase: string): string {
  const spaced = (IS_PLAIN.test(phrase) ? phrase : spacedWords(phrase)).replace(JOINED_PREFIX, '$1');
  const american = MAY_BE_BRITISH.test(spaced)
    ? AMERICAN.reduce((key, [british, spelling]) => key.replace(british, spelling), spaced)
    : spaced;
  const at = american.lastIndexOf(' ') + 1;
  return american.slice(0, at) + singular(american.slice(at));
}

/** The most frequent case, which needs nothing: lower-case words with single spaces between them. */
const IS_PLAIN = /^[a-z]+(?: [a-z]+)*$/;

function spacedWords(phrase: string): string {
  return (
    phrase
      .normalize('NFKC')
      .replace(/[’']+(?:s\b|(?=\s|$))/g, '')
      // The plural of an acronym, which may be too short to tell from its letters alone: KGs.
      .replace(/(?<=\p{Lu})s\b/gu, '')
      .toLowerCase()
      .replace(/[-‐‑–—_/]+/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
  );
}

/** Whether a key is another one, or whole words of it: `network` of `neural network`, but not `work`. */
export function isPartOf(part: string, whole: string): boolean {
  return whole.includes(part) && ` ${whole} `.includes(` ${part} `);
}

/** The singular of a noun in lower case; a word that is no plural stays as it is. */
export function singular(word: string): string {
  const irregular = IRREGULAR.get(word);
  if (irregular !== undefined) return irregular;
  if (word.length < 4 || !word.endsWith('s') || /(?:ss|us|is|ics)$/.test(word)) return word;
  if (word.endsWith('ies')) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  if (/(?:sses|xes|ches|shes|zzes)$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}
