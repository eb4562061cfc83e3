import type { Paper } from '../model/paper.ts';
import { dateOfDay, UNKNOWN, type Projection } from './projection.ts';

/** What a projection knows of a paper to show it in a list. */
export type ListedPaper = Pick<
  Paper,
  'id' | 'title' | 'publishedOn' | 'upvotes' | 'commentCount' | 'upvotesPerDay'
>;

/** A paper by its number, as lists show it. */
export function listedPaper({ nodes, papers }: Projection, paper: number): ListedPaper {
  return {
    id: nodes.PAPER.keys[paper] ?? '',
    title: nodes.PAPER.names[paper] ?? '',
    publishedOn: dateOfDay(papers.publishedOn[paper] ?? UNKNOWN),
    upvotes: countOf(papers.upvotes[paper]),
    commentCount: countOf(papers.commentCount[paper]),
    upvotesPerDay: rateOf(papers.upvotesPerDay[paper]),
  };
}

function countOf(value = UNKNOWN): number | null {
  return value === UNKNOWN ? null : value;
}

function rateOf(value = Number.NaN): number | null {
  return Number.isNaN(value) ? null : value;
}
