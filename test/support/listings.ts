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

const TOPICS = [
  'diffusion models',
  'graph neural networks',
  'scaling laws',
  'knowledge graphs',
  'language models',
];

/** A listing of many papers that share topics, orgs and repositories' owners. */
export function largeListing(papers: number): string {
  return Array.from({ length: papers }, (_, index) => {
    const [a, b] = [TOPICS[index % 5], TOPICS[(index * 7 + 1) % 5]];
    return listingEntry({
      title: `Study number ${index} of ${a}`,
      abstract: `We combine ${a} with ${b} in setting ${index}. Code is at https://github.com/lab${index % 9}/study-${index}.`,
      who: index % 3 === 0 ? `lab${index % 9} Laboratory ${index % 9}` : '  • 4 authors',
    });
  }).join('\n');
}
