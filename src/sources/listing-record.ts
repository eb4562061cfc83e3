import type { PaperRecordInput } from '../model/paper.ts';
import type { Metric } from '../model/observation.ts';
import { projectPageIn, repoMentionsOf } from './links.ts';

/** What a listing says of a paper; null or left out where it doesn't say. */
export type ListedPaper = {
  title: string;
  abstract: string | null;
  publishedOn: string | null;
  arxivId: string | null;
  authorCount: number | null;
  authors?: PaperRecordInput['authors'];
  orgs?: PaperRecordInput['orgs'];
  upvotes: number | null;
  commentCount: number | null;
  /** The repository that the listing gives the paper, and its stars. */
  repoUrl?: string | null;
  stars?: number | null;
};

/** Makes a record of what a listing says, with the repositories and the project page that its abstract links to. */
export function listingRecord(paper: ListedPaper): PaperRecordInput {
  const { abstract, authors = [], orgs = [] } = paper;
  const repos = repoMentionsOf({ curated: paper.repoUrl, abstract });
  const projectPage = projectPageIn(abstract ?? '');
  const counts: [Metric, number | null | undefined][] = [
    ['UPVOTES', paper.upvotes],
    ['COMMENTS', paper.commentCount],
    ['STARS', paper.stars],
  ];
  const observations = counts.flatMap(([metric, value]) =>
    value === null || value === undefined ? [] : [{ metric, value }],
  );
  return {
    source: 'listing',
    title: paper.title,
    ...(abstract !== null && { abstract }),
    ...(paper.publishedOn !== null && { publishedOn: paper.publishedOn }),
    ...(paper.arxivId !== null && { arxivId: paper.arxivId }),
    ...(paper.authorCount !== null && { authorCount: paper.authorCount }),
    ...(authors.length > 0 && { authors }),
    ...(orgs.length > 0 && { orgs }),
    ...(projectPage !== null && { projectPage }),
    ...(repos.length > 0 && { repos }),
    ...(observations.length > 0 && { observations }),
  };
}
