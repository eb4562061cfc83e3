import { compareText, groupBy } from '../collections.ts';
import { singular } from '../model/canonical-key.ts';

/** Names of people and languages that phrases are made of: they keep their capital where only a title has them. */
const PROPER =
  /^(?:Adam|Alzheimer|Asian|Bayes(?:ian)?|Bellman|Bernoulli|Boltzmann|Carlo|Chinese|English|Euclidean|Fourier|French|Gauss(?:ian)?|German|Hebbian|Hessian|Hilbert|Hopfield|Indic|Japanese|Kalman|Langevin|Laplac(?:e|ian)|Lie|Lipschitz|Mahalanobis|Markov|Monte|Nash|Pareto|Parkinson|Poisson|Python|Riemannian|Shapley|Sinkhorn|Stein|Turing|Wasserstein)\b/;

/**
 * The form of a topic to display: of those that stand in the text the most frequent one, in the singular, and without
 * the capitals that it has only from a title or the start of a sentence. `names` are words that keep theirs. Null where there
 * is no form.
 */
export function displayName(surfaces: readonly string[], names: ReadonlySet<string>): string | null {
  const forms = groupBy(
    surfaces.map((surface) => singularForm(surface, names)),
    (form) => form,
  );
  const [best] = [...forms].sort(([a, as], [b, bs]) => bs.length - as.length || compareText(b, a));
  return best?.[0] ?? null;
}

/** A form without the capitals that it has only from its place in the text. */
export function plainForm(surface: string, names: ReadonlySet<string>): string {
  return plainWords(surface, names).join(' ');
}

/** Words that a text writes with a capital amid lower-case ones, and never without: `Gabor` in "use Gabor filters". */
export function findNames(text: string): Set<string> {
  const capitals = [...text.matchAll(/(?<=(?<![\p{L}\d-])\p{Ll}+,? )\p{Lu}\p{Ll}+(?= \p{Ll})/gu)].map(
    ([word]) => word,
  );
  return new Set(capitals.filter((word) => !new RegExp(`\\b${word.toLowerCase()}`, 'u').test(text)));
}

function singularForm(surface: string, names: ReadonlySet<string>): string {
  const words = plainWords(surface, names);
  // In "mixture of experts" the last noun is not the one that counts.
  if (/(?:\s(?:for|from|in|of|on|to|with)\s|-(?:in|of|to)-\S*$)/.test(surface)) return words.join(' ');
  const last = words.at(-1) ?? '';
  return [...words.slice(0, -1), singularWord(last)].join(' ');
}

function plainWords(surface: string, names: ReadonlySet<string>): string[] {
  return surface.split(/\s+/).map((word) => plainWord(word, names));
}

/** `Vision` as `vision`, but `ImageNet`, `GPT-4`, `LLMs` and `Bayesian` as they are. */
function plainWord(word: string, names: ReadonlySet<string>): string {
  if (/^[a-z-]+$/.test(word)) return word;
  const hasInnerCapital = /^.+\p{Lu}/u.test(word.replace(/-\p{Lu}(?=\p{Ll})/gu, '-'));
  const keeps = hasInnerCapital || /\d/.test(word) || PROPER.test(word) || names.has(word);
  return keeps ? word : word.toLowerCase();
}

function singularWord(word: string): string {
  const isAcronym = /\p{Lu}s$/u.test(word);
  if (isAcronym) return word.slice(0, -1);
  const at = word.lastIndexOf('-') + 1;
  return /\p{Lu}/u.test(word) ? word : word.slice(0, at) + singular(word.slice(at));
}
