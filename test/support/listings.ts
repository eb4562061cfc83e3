/** A record in the listing's own format, with plain lines but for what a test is about. */
export function listingEntry(
  parts: { title?: string; abstract?: string; who?: string; date?: string } = {},
): string {
  const {
    title = 'Graphs of Papers',
    abstract = 'We study how graphs of papers grow, and find that topics tell more about them than their authors do.',
    who = '  • 6 authors',
    date = 'Feb 28, 2024',
  } = parts;
  return `${title}\n\n${abstract}\n\n${who}\n·\n${date}\n`;
}
