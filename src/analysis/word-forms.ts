import { compareText } from '../collections.ts';

/**
 * All forms of words that texts have, with the numbers of their stems, to look up those that begin alike. Those that were
 * seen since the others were put in order wait in `recent`, so that a new word costs nothing like a sort.
 */
export type WordForms = {
  /** The number of the stem of each form. */
  stemOf: ReadonlyMap<string, number>;
  /** By code unit. */
  sorted: string[];
  /** The numbers of the stems, parallel to `sorted`. */
  stems: Uint32Array;
  recent: string[];
};

/** The recent forms are put among the others when they are so many, and a sixteenth of them. */
const MOST_RECENT = 1024;

/** Forms of which `stemOf` tells the stem; those that it has must be added as well. */
export function createWordForms(stemOf: ReadonlyMap<string, number>): WordForms {
  return { stemOf, sorted: [], stems: new Uint32Array(0), recent: [] };
}

/** Adds a form that is new. */
export function addForm(forms: WordForms, form: string): void {
  forms.recent.push(form);
}

/** Calls `visit` with all forms that begin with a prefix, and with the numbers of their stems. */
export function forEachForm(
  forms: WordForms,
  prefix: string,
  visit: (stem: number, form: string) => void,
): void {
  if (forms.recent.length > MOST_RECENT + forms.sorted.length / 16) sortForms(forms);
  const { sorted, stems, recent, stemOf } = forms;
  const end = firstPlace(sorted, (form) => form > prefix && !form.startsWith(prefix));
  for (let place = firstPlace(sorted, (form) => form >= prefix); place < end; place += 1) {
    visit(stems[place] ?? 0, sorted[place] ?? '');
  }
  for (const form of recent) if (form.startsWith(prefix)) visit(stemOf.get(form) ?? 0, form);
}

/** Puts the recent forms among the others. */
export function sortForms(forms: WordForms): void {
  const { sorted, stemOf } = forms;
  const recent = forms.recent.sort(compareText);
  const merged: string[] = [];
  let place = 0;
  for (const form of recent) {
    for (; place < sorted.length && (sorted[place] ?? '') < form; place += 1) merged.push(sorted[place] ?? '');
    merged.push(form);
  }
  for (; place < sorted.length; place += 1) merged.push(sorted[place] ?? '');
  forms.sorted = merged;
  forms.stems = Uint32Array.from(merged, (form) => stemOf.get(form) ?? 0);
  forms.recent = [];
}

/** The first place from which on a condition holds. */
function firstPlace(sorted: readonly string[], holds: (form: string) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(sorted[middle] ?? '')) high = middle;
    else low = middle + 1;
  }
  return low;
}
