/** A paper with its keys, the keys of the papers that it cites and of those that cite it. */
export type CitingPaper = {
  id: string;
  keys: readonly string[];
  references: readonly string[];
  citedBy: readonly string[];
};

/** The ids of the papers that each paper cites, as far as both are among those given; a paper does not cite itself. */
export function findCitations(papers: readonly CitingPaper[]): Map<string, Set<string>> {
  const idOf = new Map(papers.flatMap(({ id, keys }) => keys.map((key) => [key, id] as const)));
  const cited = new Map<string, Set<string>>();
  const add = (citing: string | undefined, other: string | undefined) => {
    if (citing === undefined || other === undefined || citing === other) return;
    const known = cited.get(citing);
    if (known === undefined) cited.set(citing, new Set([other]));
    else known.add(other);
  };
  for (const { id, references, citedBy } of papers) {
    for (const key of references) add(id, idOf.get(key));
    for (const key of citedBy) add(idOf.get(key), id);
  }
  return cited;
}
