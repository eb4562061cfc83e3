const AUTHOR_COUNT = /^(?:• ?)?(\d+) authors?$/i;
const MARKED_NAMES = /^(?:•|authors?:)(.*)$/i;

const NAME_PART = String.raw`(?:\p{Lu}[\p{L}\p{M}.'’-]*|al|bin|da|de|del|den|der|di|dos|el|la|le|van|von)`;
const PERSON_NAME = new RegExp(`^${NAME_PART}(?: ${NAME_PART}){1,5}$`, 'u');
/** `MIT-CSAIL` and `SJTU` begin the line of an org, `Jean-Luc` and `J.` that of a person. */
const GIVEN_NAME = /^\p{Lu}[\p{Ll}\p{M}.’']*(?:-\p{Lu}[\p{Ll}\p{M}.]*)? /u;

/** The number in `• 6 authors`; null where the line is something else. */
export function authorCountIn(text: string): number | null {
  const digits = AUTHOR_COUNT.exec(text)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** The names after `•` or `Authors:`, or of a bare list of full names; null where the line is something else. */
export function authorNamesIn(text: string): string[] | null {
  const marked = MARKED_NAMES.exec(text)?.[1];
  return marked === undefined ? personNamesIn(text) : splitNames(marked);
}

/** The full names that make up a line, such as `Ada Lovelace, Alan Turing and Grace Hopper`; null where it holds else. */
export function personNamesIn(text: string): string[] | null {
  const names = splitNames(text);
  const areNames = GIVEN_NAME.test(text) && names.every((name) => PERSON_NAME.test(name));
  return names.length > 1 && areNames ? names : null;
}

function splitNames(text: string): string[] {
  return text
    .split(/,| and /)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
