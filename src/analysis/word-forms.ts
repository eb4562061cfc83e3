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

/** The recent forms are put among the others when they are more than so many, and than a sixteenth of them. */
const MOST_RECENT = 1024;

/** Forms of which `stemOf` tells the stem; those that it has must be added as well. */
export function createWordForms(stemOf: ReadonlyMap<string, number>): WordForms {
  return { stemOf, sorted: [], stems: new Uint32Array(0), recent: [] };
}

/** Adds a form that is new. Who adds pays for the order, not who looks up; before the first sort nobody does. */
export function addForm(forms: WordForms, form: string): void {
  forms.recent.push(form);
  if (forms.sorted.length > 0 && hasManyRecent(forms)) sortForms(forms);
}

/** Calls `visit` with all forms that begin with a prefix, and with the numbers of their stems. */
export function forEachForm(
  forms: WordForms,
  prefix: string,
  visit: (stem: number, form: string) => void,
): void {
  if (hasManyRecent(forms)) sortForms(forms);
  const { sorted, stems, recent, stemOf } = forms;
  const end = firstPlace(sorted, (form) => form > prefix && !form.startsWith(prefix));
  for (let place = firstPlace(sorted, (form) => form >= prefix); place < end; place += 1) {
    visit(stems[place] ?? 0, sorted[place] ?? '');
  }
  for (const form of recent) if (form.startsWith(prefix)) visit(stemOf.get(form) ?? 0, form);
}

/** Puts the recent forms among the others. */
export function sortForms(forms: WordForms): void {
  const { sorted, stems, stemOf } = forms;
  // By code unit: the default order of strings.
  const recent = forms.recent.sort();
  const merged: string[] = [];
  const mergedStems = new Uint32Array(sorted.length + recent.length);
  let place = 0;
  const takeSortedUntil = (end: number) => {
    for (; place < end; place += 1) {
      mergedStems[merged.length] = stems[place] ?? 0;
      merged.push(sorted[place] ?? '');
    }
  };
  for (const form of recent) {
    takeSortedUntil(firstPlace(sorted, (other) => other > form));
    mergedStems[merged.length] = stemOf.get(form) ?? 0;
    merged.push(form);
  }
  takeSortedUntil(sorted.length);
  Object.assign(forms, { sorted: merged, stems: mergedStems, recent: [] });
}

function hasManyRecent({ sorted, recent }: WordForms): boolean {
  return recent.length > MOST_RECENT && recent.length > sorted.length / 16;
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
