import { parseArxivId } from '../model/paper-ids.ts';

/**
 * A part of a page in reading order: a line of plain text, or a link with its text (empty where it holds an image
 * only). Every form that a page is saved in comes down to these.
 */
export type Piece = {
  /** Where it begins: a line, or another count from 1 by which `rawOf` finds it again. */
  position: number;
  /** Clean and on one line. */
  text: string;
  /** Null for plain text. Empty for a link whose target is not known. */
  href: string | null;
  isHeading: boolean;
  /** Pieces of one paragraph, list item or heading share it. */
  block: number;
};

/** What the target of a link on a page of papers tells. */
export type LinkTarget =
  | { kind: 'paper' | 'comments' | 'upvotes' | 'arxiv'; arxivId: string }
  | { kind: 'repo' | 'account'; name: string }
  /** A page of Hugging Face's own, such as the daily papers of another day. */
  | { kind: 'page' }
  | { kind: 'other' };

const HUGGING_FACE = /^(?:https?:\/\/(?:www\.)?(?:huggingface\.co|hf\.co))?\//i;
const CODE_HOST = /^https?:\/\/(?:www\.)?(?:github|gitlab)\.com\/[^/]+\/[^/]/i;
/** First segments of Hugging Face's own pages, which no account can have. */
const OWN_PAGES = new Set(
  (
    'api avatars blog chat collections datasets docs enterprise front inference inference-endpoints join kernels languages learn ' +
    'login logout models new organizations papers posts pricing privacy pro settings spaces storage support tasks terms-of-service'
  ).split(' '),
);

/** Reads what a link's target tells; a target without a host is on Hugging Face. */
export function targetOf(href: string): LinkTarget {
  if (CODE_HOST.test(href)) return { kind: 'repo', name: href };
  if (/^https?:\/\/(?:www\.)?arxiv\.org\//i.test(href)) return withId('arxiv', href);
  if (!HUGGING_FACE.test(href)) return { kind: 'other' };
  const path = href.replace(HUGGING_FACE, '');
  if (/^login\?next=/i.test(path)) return withId('upvotes', upvotedPage(path));
  const page = `https://huggingface.co/${path}`;
  if (/^papers\/[^/]+#community$/i.test(path)) return withId('comments', page);
  if (/^papers\/[^/]*\d/i.test(path)) return withId('paper', page);
  if (OWN_PAGES.has(/^[^/?#]*/.exec(path.toLowerCase())?.[0] ?? '')) return { kind: 'page' };
  const name = /^([a-z\d][\w.-]*)\/?$/i.exec(path)?.[1];
  return name === undefined ? { kind: 'other' } : { kind: 'account', name };
}

/** Votes need a login, so the count links to the login page, which leads on to the paper: `/login?next=%2Fpapers%2F…`. */
function upvotedPage(path: string): string {
  return path.replace(/^login\?next=/i, 'https://huggingface.co').replaceAll(/%2f/gi, '/');
}

function withId(kind: 'paper' | 'comments' | 'upvotes' | 'arxiv', href: string): LinkTarget {
  const arxivId = parseArxivId(href);
  return arxivId === null ? { kind: 'other' } : { kind, arxivId };
}

/** The number at the end of a text, such as 11300 in `GitHub 11.3k` and 113 in `Upvote 113`; null where none is. */
export function countIn(text: string): number | null {
  const [, digits, unit = ''] = /(?:^|[^\w.,])(\d[\d,]*(?:\.\d+)?)([km]?)$/i.exec(text) ?? [];
  if (digits === undefined) return null;
  const factor = { '': 1, k: 1000, m: 1_000_000 }[unit.toLowerCase()] ?? 1;
  return Math.round(Number(digits.replaceAll(',', '')) * factor);
}
