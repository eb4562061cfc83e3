import { readCards } from './listing-cards.ts';
import { markdownPieces } from './markdown-pieces.ts';
import type { TextFormat } from './reading.ts';

const LINKED_TITLE =
  /^#{1,6} [^\n]*\[(?:[^\]\n]|\n(?!\s*\n)){1,400}\]\(<?(?:https?:\/\/(?:www\.)?(?:huggingface\.co|hf\.co))?\/papers\/\d/m;
const HEADING = /^#{1,6} \S/m;
const CARD_SIGN =
  /^[ \t]*[-*+] \d+ authors?\b|\bGitHub [\d.,]+[km]?\]\(https:\/\/github\.com\/|\bhuggingface\.co\/login\?next=%2Fpapers%2F/im;

/**
 * Markdown conversions of Hugging Face's daily, search and trending pages of papers, as read-it-later tools and web
 * readers make them: `### [Title](…/papers/2410.05434)` or `### Title`, the abstract, `- 8 authors` or an org, a date,
 * and links with counts: `[Upvote 117](…)`, `[GitHub 11.3k](https://github.com/…)`, `[2](…#community)`.
 */
export const listingMarkdown: TextFormat = {
  name: 'listing-markdown',
  detect: (head) =>
    LINKED_TITLE.test(head) || (HEADING.test(head) && /^#{2,6} /m.test(head) && CARD_SIGN.test(head)),
  read: (text, options) => {
    const lines = text.split(/\r\n|\n|\r/);
    return readCards(markdownPieces(lines.join('\n')), options, (from, to) =>
      lines
        .slice(from - 1, to)
        .join('\n')
        .trimEnd(),
    );
  },
};
