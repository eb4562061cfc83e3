import { stemOf } from '../../model/stem.ts';
import { searchWords } from '../../model/search-text.ts';

/** How words of these texts are written, by stem: of several forms the shortest, and of those the first in the alphabet. */
export function wordForms(texts: readonly string[]): Map<string, string> {
  const forms = new Map<string, string>();
  for (const word of texts.flatMap(searchWords)) {
    const stem = stemOf(word);
    const known = forms.get(stem);
    const isPlainer =
      known === undefined || word.length < known.length || (word.length === known.length && word < known);
    if (isPlainer) forms.set(stem, word);
  }
  return forms;
}
