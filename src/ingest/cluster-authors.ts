import { compareText, groupBy } from '../collections.ts';
import { personKey, type Author, type AuthorMention } from '../model/author.ts';
import { createDisjointSets, joinSharing } from './disjoint-sets.ts';
import { mostFrequentFirst } from './most-frequent.ts';

/** The people that papers name, and for each paper who stands at each place of its list of authors. */
export type ClusteredAuthors = { authors: Map<string, Author>; idsOfPaper: Map<string, string[]> };

type Mention = AuthorMention & { paperId: string; paper: number; position: number; key: string };

const ID_KINDS = ['orcid', 'openAlexId', 'semanticScholarId', 'hfUser'] as const;
const ID_PREFIX = { orcid: 'orcid', openAlexId: 'openalex', semanticScholarId: 's2', hfUser: 'hf' } as const;

/** A paper of more authors has no context: who wrote it with a thousand others knows few of them. */
const MOST_CO_AUTHORS = 100;

/**
 * Finds who is the same person: who has an id in common, or a name and a co-author's name. A common name alone joins
 * nobody, nor do two different ids of one kind, or two places in one paper's list. The outcome depends on the papers
 * alone and not on their order.
 */
export function clusterAuthors(
  papers: readonly { id: string; authors: readonly AuthorMention[] }[],
): ClusteredAuthors {
  const mentions = mentionsOf(papers);
  const people = createPeople(mentions);
  joinByIds(mentions, people.joinIfPossible);
  joinByCoAuthors(mentions, people.joinIfPossible);
  return nameAuthors(mentions, people.rootOf);
}

function mentionsOf(papers: readonly { id: string; authors: readonly AuthorMention[] }[]): Mention[] {
  return [...papers]
    .sort((a, b) => compareText(a.id, b.id))
    .flatMap(({ id, authors }, paper) =>
      authors.map((author, position) => ({
        ...author,
        paperId: id,
        paper,
        position,
        key: personKey(author.name),
      })),
    );
}

/** Sets of mentions that stay free of contradictions. */
function createPeople(mentions: readonly Mention[]) {
  const sets = createDisjointSets(mentions.length);
  const members = new Map<number, number[]>();
  const membersOf = (root: number) => members.get(root) ?? [root];
  const ids = (root: number, kind: (typeof ID_KINDS)[number]) =>
    membersOf(root)
      .map((index) => mentions[index]?.[kind] ?? null)
      .find((id) => id !== null) ?? null;
  const contradict = (a: number, b: number) => {
    const papers = new Set(membersOf(a).map((index) => mentions[index]?.paper));
    if (membersOf(b).some((index) => papers.has(mentions[index]?.paper))) return true;
    return ID_KINDS.some((kind) => {
      const [x, y] = [ids(a, kind), ids(b, kind)];
      return x !== null && y !== null && x !== y;
    });
  };
  const joinIfPossible = (a: number, b: number) => {
    const [x, y] = [sets.root(a), sets.root(b)];
    if (x === y) return true;
    if (contradict(x, y)) return false;
    const joined = [...membersOf(x), ...membersOf(y)];
    const root = sets.join(x, y);
    members.delete(root === x ? y : x);
    members.set(root, joined);
    return true;
  };
  return { joinIfPossible, rootOf: sets.root };
}

type Join = (a: number, b: number) => boolean;

function joinByIds(mentions: readonly Mention[], join: Join): void {
  for (const kind of ID_KINDS) joinSharing(mentions.keys(), (index) => idsOf(mentions[index]?.[kind]), join);
}

function idsOf(id: string | null | undefined): string[] {
  return id === null || id === undefined ? [] : [id];
}

function joinByCoAuthors(mentions: readonly Mention[], join: Join): void {
  const byName = groupBy(mentions.keys(), (index) => mentions[index]?.key ?? '');
  const byPaper = groupBy(mentions, ({ paper }) => paper);
  for (const [name, indexes] of byName) {
    if (indexes.length === 1) continue;
    const coAuthors = (index: number) => {
      const authors = byPaper.get(mentions[index]?.paper ?? -1) ?? [];
      return authors.length > MOST_CO_AUTHORS
        ? []
        : authors.map(({ key }) => key).filter((key) => key !== name);
    };
    joinSharing(indexes, coAuthors, join);
  }
}

function nameAuthors(mentions: readonly Mention[], rootOf: (index: number) => number): ClusteredAuthors {
  const authors = new Map<string, Author>();
  const idsOfPaper = new Map<string, string[]>();
  const people = groupBy(mentions.keys(), rootOf);
  for (const indexes of people.values()) {
    const author = describeAuthor(
      indexes.flatMap((index) => mentions[index] ?? []),
      (id) => authors.has(id),
    );
    authors.set(author.id, author);
    for (const index of indexes) {
      const { paperId, position } = mentions[index] ?? { paperId: '', position: 0 };
      const ids = idsOfPaper.get(paperId) ?? [];
      ids[position] = author.id;
      idsOfPaper.set(paperId, ids);
    }
  }
  return { authors, idsOfPaper };
}

function describeAuthor(mentions: readonly Mention[], isTaken: (id: string) => boolean): Author {
  const known = (kind: (typeof ID_KINDS)[number]) =>
    mentions.map((mention) => mention[kind]).find((id) => id !== null) ?? null;
  const [name = '', ...aliases] = mostFrequentFirst(mentions.map(({ name: printed }) => printed));
  const [first] = mentions;
  const named = `name:${(first?.key ?? '').replaceAll(' ', '-')}@${first?.paperId}`;
  const candidates = [
    ...ID_KINDS.flatMap((kind) => (known(kind) === null ? [] : [`${ID_PREFIX[kind]}:${known(kind)}`])),
    named,
  ];
  return {
    // Two people may have one name on one paper; then their places tell them apart.
    id: candidates.find((id) => !isTaken(id)) ?? `${named}#${first?.position}`,
    name,
    aliases: aliases.sort(compareText),
    orcid: known('orcid'),
    openAlexId: known('openAlexId'),
    semanticScholarId: known('semanticScholarId'),
    hfUser: known('hfUser'),
  };
}
