import { describe, expect, it } from 'vitest';
import { listingMarkdown } from '../../../src/sources/listing-markdown.ts';
import { listingText } from '../../../src/sources/listing.ts';
import { readFormat } from '../../support/read-format.ts';

const HF = 'https://huggingface.co';
const ABSTRACT = 'We study how graphs of papers grow, and find that topics tell more than names.';
const HEADER = `---
url: ${HF}/papers
title: Daily Papers - Hugging Face
---
new

[Subscribe](${HF}/login?next=%2Fpapers)

# Daily Papers

## by [![](${HF}/front/assets/papers-by.png)AK](${HF}/akhaliq) and the research community

- Daily
- Weekly

[Trending Papers](${HF}/papers/trending)

Oct 2

`;
const FOOTER = `[Previous](${HF}/papers/date/2026-10-01)

[About](${HF}/huggingface)

Trending Papers ranked by GitHub stars activity
`;
const page = (...cards: string[]) => HEADER + cards.join('\n\n') + `\n\n${FOOTER}`;
const read = (text: string, options = {}) => readFormat(listingMarkdown, text, options);
const records = (text: string, options = {}) => read(text, options).records.map(({ record }) => record);

/** A card of the daily and search pages, as turndown and its kin make of them. */
const dailyCard = (
  id = '2606.00683',
  title = 'Graphs of Papers',
) => `[101](${HF}/login?next=%2Fpapers%2F${id})

### [${title}](${HF}/papers/${id})

[${ABSTRACT}](${HF}/papers/${id})

[![acme](https://cdn-avatars.huggingface.co/v1/a.png)Acme Labs](${HF}/Acme)

·

May 29[6](${HF}/papers/${id}#community)`;

/** A card of the trending page: what it counts stands below it. */
const trendingCard = `Submitted by

akhaliq

### [Graphs of Papers](/papers/2309.06180)

${ABSTRACT}

-

- 9 authors

· Published on Sep 12, 2023

[Upvote

76](/login?next=%2Fpapers%2F2309.06180)

[GitHub 86.1k](https://github.com/Acme/Graphs) [arXiv Page](https://arxiv.org/abs/2309.06180)`;

describe('a Markdown copy of a page of papers', () => {
  it('gives what a card of a daily page tells', () => {
    const text = page(dailyCard());
    expect(listingMarkdown.detect(text)).toBe(true);
    expect(read(text)).toEqual({
      records: [
        {
          position: 22,
          record: {
            source: 'listing',
            title: 'Graphs of Papers',
            abstract: ABSTRACT,
            publishedOn: '2026-05-29',
            arxivId: '2606.00683',
            orgs: [{ slug: 'acme', name: 'Acme Labs', source: 'listing' }],
            observations: [
              { metric: 'UPVOTES', value: 101 },
              { metric: 'COMMENTS', value: 6 },
            ],
          },
        },
      ],
      rejects: [],
    });
  });

  it('gives what a card of the trending page tells, its repository and the stars of it', () => {
    expect(records(page(trendingCard))).toEqual([
      {
        source: 'listing',
        title: 'Graphs of Papers',
        abstract: ABSTRACT,
        publishedOn: '2023-09-12',
        arxivId: '2309.06180',
        authorCount: 9,
        repos: [
          {
            url: 'https://github.com/acme/graphs',
            host: 'GITHUB',
            owner: 'Acme',
            ownerKey: 'acme',
            name: 'Graphs',
            source: 'githubRepo',
            confidence: 1,
          },
        ],
        observations: [
          { metric: 'UPVOTES', value: 76 },
          { metric: 'STARS', value: 86_100 },
        ],
      },
    ]);
  });

  it('gives one record of a card that stands twice: what one of them leaves out, the other may say', () => {
    const bare = '### [Graphs of Papers](/papers/2309.06180)\n\n· Sep 12, 2023';
    const [first, second, ...none] = records(page(bare, trendingCard, dailyCard('2606.00001', 'Other')));
    expect(first).toMatchObject({ abstract: ABSTRACT, authorCount: 9, repos: [{ name: 'Graphs' }] });
    expect(second).toMatchObject({ title: 'Other' });
    expect(none).toEqual([]);
  });

  it('keeps two papers of the same title apart where their ids differ', () => {
    expect(records(page(dailyCard('2606.00001'), dailyCard('2606.00002')))).toHaveLength(2);
  });

  it('reads a card without a link to the paper by its author count or its repository', () => {
    const text = `# What is it?

## Trending Papers

## by AK and the research community

### Graphs of Papers

${ABSTRACT}
- 8 authors
[LINK: GitHub 11.3k](https://github.com/acme/graphs)

### No Abstract
[LINK: GitHub 476](https://github.com/acme/none/tree/main)

--------------------`;
    expect(listingMarkdown.detect(text)).toBe(true);
    expect(records(text)).toMatchObject([
      { title: 'Graphs of Papers', authorCount: 8, observations: [{ metric: 'STARS', value: 11_300 }] },
      { title: 'No Abstract', repos: [{ url: 'https://github.com/acme/none' }] },
    ]);
    expect(records(text)[1]).not.toHaveProperty('abstract');
  });

  it('leaves out what a card does not say', () => {
    expect(records(page('### [Graphs of Papers](/papers/2309.06180)'))).toEqual([
      { source: 'listing', title: 'Graphs of Papers', arxivId: '2309.06180' },
    ]);
  });

  it('joins wrapped titles and abstracts', () => {
    const wrapped = ABSTRACT.replace('grow, ', 'grow,\n');
    const linked = trendingCard.replace('Graphs of', 'Graphs of\n ').replace(ABSTRACT, wrapped);
    expect(records(page(linked))).toMatchObject([{ title: 'Graphs of Papers', abstract: ABSTRACT }]);
    const twice = trendingCard.replace('Graphs of', 'Graphs of\n###');
    expect(records(page(twice))).toMatchObject([{ title: 'Graphs of Papers' }]);
    const plain = `### Graphs of\n  Papers\n\n${wrapped}\n- 8 authors`;
    expect(records(plain)).toMatchObject([{ title: 'Graphs of Papers', abstract: ABSTRACT }]);
    const marked = dailyCard('2606.00683', 'Graphs\\  of Papers').replace(
      ABSTRACT,
      wrapped.replace('\n', '\\\\\n'),
    );
    expect(records(page(marked))).toMatchObject([{ title: 'Graphs of Papers', abstract: ABSTRACT }]);
  });

  it('reads an author count within a link that holds images', () => {
    const who = `[- ![](https://cdn.example/a.jpeg)\\\\\n- ![](${HF}/avatars/b.svg)\\\\\n- 3 authors](${HF}/papers/2606.00683)`;
    const card = dailyCard().replace(/\[!\[acme].*/, who);
    expect(records(page(card))).toMatchObject([{ authorCount: 3, publishedOn: '2026-05-29' }]);
    expect(records(page(card))[0]).not.toHaveProperty('orgs');
  });

  it('reads links by number, of those too that have lost their targets', () => {
    const text = `## by[AK][30]\nJun 29\n[\n-\n][31]\n
### [First Paper][32]\n\n[\n\n${ABSTRACT}\n\n][33]\n[\n* 3 authors\n][34]\n·\nMar 8, 2024 [ 6][39]\n[\n65\n][35]\n
### [Second Paper][36]\n\n[\n\n${ABSTRACT}\n\n][37]\n[[acme] Acme Labs][38]\n·\nMay 30, 2024\n\n[36]: ${HF}/papers/2405.12345`;
    expect(listingMarkdown.detect(text)).toBe(true);
    const [first, second] = records(text);
    expect(first).toMatchObject({ title: 'First Paper', abstract: ABSTRACT, authorCount: 3 });
    expect(first?.observations).toEqual([{ metric: 'COMMENTS', value: 6 }]);
    expect(second).toMatchObject({
      arxivId: '2405.12345',
      orgs: [{ slug: 'acme', name: 'Acme Labs' }],
      observations: [{ metric: 'UPVOTES', value: 65 }],
    });
  });

  it('takes a link to GitHub in the abstract for one of the abstract', () => {
    const card = trendingCard
      .replace(ABSTRACT, `${ABSTRACT} Code: [https://github.com/a/b](https://github.com/a/b).`)
      .replace(/\[GitHub[^)]*\)/, '');
    expect(records(page(card))).toMatchObject([{ repos: [{ source: 'abstract', confidence: 0.9 }] }]);
  });

  it('rejects a day that the calendar lacks, with the lines of the card', () => {
    const { rejects } = read(page(trendingCard.replace('Sep 12', 'Feb 30'), dailyCard()));
    expect(rejects).toMatchObject([{ position: 24, reason: expect.stringContaining('"Feb 30, 2023"') }]);
    expect(rejects[0]?.raw).toMatch(/^### \[Graphs of Papers]/);
    expect(rejects[0]?.raw).toContain('9 authors');
  });

  it('rejects a long text below a heading that nothing shows to be a paper', () => {
    const { records: kept, rejects } = read(page(dailyCard(), `### A Note\n\n${ABSTRACT.repeat(4)}`));
    expect(kept).toHaveLength(1);
    expect(rejects).toMatchObject([{ reason: expect.stringMatching(/^expected a link to the paper/) }]);
  });

  it('is an error where it holds no card', () => {
    expect(() => records('# Notes\n\nSome prose.')).toThrow(/^no paper found: expected cards/);
  });

  it('is not what a README or a listing is', () => {
    expect(
      listingMarkdown.detect('# My Model\n\nSee [the paper](https://huggingface.co/papers/2402.18700).'),
    ).toBe(false);
    const listing = `Graphs of Papers\n\n${ABSTRACT}\n\n  • 6 authors\n·\nFeb 28, 2024\n`;
    expect(listingMarkdown.detect(listing)).toBe(false);
    expect(listingText.detect(listing)).toBe(true);
  });

  it('is read in little time where it was made to be slow', () => {
    const started = performance.now();
    for (const part of [
      '[',
      ']',
      '![',
      '[a](',
      '](/papers/1)',
      '\n### [a',
      '\\',
      '[a][1]',
      '<a ',
      '- [x] ',
    ]) {
      const text = `${dailyCard()}\n\n${part.repeat(20_000)}`;
      listingMarkdown.detect(text);
      expect(records(text).length).toBeGreaterThan(0);
    }
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
