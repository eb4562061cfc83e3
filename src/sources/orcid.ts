/** Reads an ORCID iD from `0000-0002-1825-0097` or a link to orcid.org. Null where the text is none. */
export function parseOrcid(text: string): string | null {
  const bare = text
    .trim()
    .replace(/^(?:https?:\/\/)?(?:www\.)?orcid\.org\//i, '')
    .toUpperCase();
  return /^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/.test(bare) ? bare : null;
}
