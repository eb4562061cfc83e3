const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  // BibTeX counts braces also where they are escaped.
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  // Readers that mend broken files could take it for the beginning of an entry.
  '@': '{@}',
};

/** A formula as texts have it: no space inside its dollars, and no digit behind them, as in "from $5 to $10". */
const FORMULA = /(?<!\\)(\$(?=[^\s$])(?:\\.|[^$\\])*?[^\s$\\]\$(?!\d))/s;
/** What TeX would join into another sign. */
const LIGATURE = /-(?=-)|`(?=`)|'(?=')/g;

/** A text as LaTeX in UTF-8: what LaTeX takes for a command is escaped, formulas stay as they are. */
export function latexOf(text: string): string {
  return text
    .split(FORMULA)
    .map((piece, index) => (index % 2 === 1 && isVerbatim(piece) ? piece : escaped(piece)))
    .join('');
}

/** A URL or id, in which LaTeX's packages expect no other escapes. */
export function verbatimLatexOf(text: string): string {
  return text.replace(/[{}\\]/g, (character) => encodeURIComponent(character)).replace(/[#$%&_]/g, '\\$&');
}

function escaped(text: string): string {
  return text
    .replace(/[\\{}$&#%_~^@]/g, (character) => SPECIAL[character] ?? character)
    .replace(LIGATURE, '$&{}');
}

/** Whether a formula can stand as it is: its braces are balanced, and nothing in it looks like an entry. */
function isVerbatim(formula: string): boolean {
  if (formula.includes('@')) return false;
  let depth = 0;
  // BibTeX counts escaped ones too.
  for (const brace of formula.match(/[{}]/g) ?? []) {
    depth += brace === '{' ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
