/** Lines of Papergraph's own JSON: papers that share authors, orgs and topics, cite one another, some told of twice. */
export function largeJsonLines(papers: number): string {
  const topics = [
    'diffusion models',
    'graph neural networks',
    'scaling laws',
    'knowledge graphs',
    'language models',
  ];
  return Array.from({ length: papers }, (_, index) => {
    const [a, b] = [topics[index % 5], topics[(index * 7 + 1) % 5]];
    const arxivId = (at: number) => `2401.${String(at).padStart(5, '0')}`;
    const record = {
      source: index % 10 === 9 ? 'arxiv' : 'hf',
      title: `Study number ${index} of ${a}`,
      abstract: `We combine ${a} with ${b} in setting ${index}. Code is at https://github.com/lab${index % 9}/study-${index}.`,
      publishedOn: '2024-02-28',
      arxivId: arxivId(index),
      authors: [{ name: `Ada Number${index % 50}` }, { name: `Alan Number${index % 25}` }],
      orgs: index % 3 === 0 ? [{ slug: `lab${index % 9}`, name: `Laboratory ${index % 9}` }] : [],
      repos: [{ url: `https://github.com/lab${index % 9}/study-${index}` }],
      references: index > 10 ? [`arxiv:${arxivId(index - 7)}`] : [],
      observations: [{ metric: 'UPVOTES', value: index % 40 }],
    };
    return `${JSON.stringify(record)}\n`;
  }).join('');
}
