import { describe, expect, it } from 'vitest';
import { listingHtml } from '../../../src/sources/listing-html.ts';
import { readFormat } from '../../support/read-format.ts';

const ABSTRACT = 'We study how graphs of papers grow.';
const head =
  '<!doctype html>\n<html><head><title>Daily Papers - Hugging Face</title><script>let a = "<article>";</script></head>\n';
const body = (inner: string) =>
  `${head}<body><nav><a href="/models">Models</a></nav><h1>Daily Papers</h1><h2>by <a href="/akhaliq">AK</a></h2>\n${inner}<footer><a href="/huggingface">About</a></footer></body></html>`;
const records = (html: string, options = {}) =>
  readFormat(listingHtml, html, options).records.map(({ record }) => record);

const votes = (id: string, count: string) =>
  `<a href="/login?next=%2Fpapers%2F${id}"><div><input type="checkbox" disabled><svg><path d=""/></svg>${count}</div></a>`;
const dailyCard = `<article class="relative flex"><a href="/papers/2508.16279"><img src="x.png"></a>
<div>Submitted by <img alt=""> akhaliq</div>${votes('2508.16279', '<div>36</div>')}
<h3><a href="/papers/2508.16279">Graphs of
  Papers &amp; More</a></h3>
<a href="/papers/2508.16279"><ul><li><img></li><li><div>23 authors</div></li></ul></a>
<a href="/papers/2508.16279#community"><svg></svg> 2</a></article>`;
const trendingCard = `<article><div class="hidden md:flex"><a href="https://huggingface.co/papers/2407.17789"><img alt=""></a>
<div>Submitted by <div></div> akhaliq</div><h3><a href="https://huggingface.co/papers/2407.17789">Many Agents</a></h3>
<div><p class="line-clamp-2">We study how <b>graphs</b> of papers grow.</p></div>
<div><a href="/acme"><img alt="acme"> Acme Labs</a><span>·</span> <span>Published on Jul 25, 2024</span></div>
${votes('2407.17789', 'Upvote <div>47</div>')}
<a href="https://github.com/acme/many"><svg></svg> <span>GitHub</span> <span><svg></svg> 32.8k</span></a>
<a href="https://arxiv.org/abs/2407.17789"><span>arXiv Page</span></a></div>
<div class="md:hidden"><h3><a href="https://huggingface.co/papers/2407.17789">Many Agents</a></h3></div></article>`;

describe('a saved page of papers', () => {
  it('gives what the cards of a daily page tell, with the line on which each begins', () => {
    const html = body(dailyCard);
    expect(listingHtml.detect(html)).toBe(true);
    expect(readFormat(listingHtml, html)).toEqual({
      records: [
        {
          position: 6,
          record: {
            source: 'listing',
            title: 'Graphs of Papers & More',
            arxivId: '2508.16279',
            authorCount: 23,
            observations: [
              { metric: 'UPVOTES', value: 36 },
              { metric: 'COMMENTS', value: 2 },
            ],
          },
        },
      ],
      rejects: [],
    });
  });

  it('gives one record of a trending card, which stands on the page once for narrow and once for wide screens', () => {
    expect(records(body(trendingCard + dailyCard))).toMatchObject([
      {
        title: 'Many Agents',
        abstract: ABSTRACT,
        publishedOn: '2024-07-25',
        arxivId: '2407.17789',
        orgs: [{ slug: 'acme', name: 'Acme Labs', source: 'listing' }],
        repos: [{ url: 'https://github.com/acme/many', source: 'githubRepo', confidence: 1 }],
        observations: [
          { metric: 'UPVOTES', value: 47 },
          { metric: 'STARS', value: 32_800 },
        ],
      },
      { title: 'Graphs of Papers & More' },
    ]);
  });

  it('takes the day of a date from where the page tells it in full', () => {
    const card = trendingCard.replace(
      'Published on Jul 25, 2024',
      '<time datetime="2024-07-24T22:00:00Z">Jul 25</time>',
    );
    expect(records(body(card))).toMatchObject([{ publishedOn: '2024-07-24' }]);
  });

  it('rejects a day that the calendar lacks, with the source of the card', () => {
    const { rejects } = readFormat(listingHtml, body(trendingCard.replace('Jul 25', 'Feb 30')));
    expect(rejects).toMatchObject([{ reason: expect.stringContaining('"Feb 30, 2024"') }]);
    expect(rejects[0]?.raw).toContain('Many Agents');
  });

  it('is an error where it holds no card', () => {
    expect(() => records(body('<p>Nothing today</p>'))).toThrow(/^no paper found/);
  });

  it('is read however deep it is nested', () => {
    const html = body('<div>'.repeat(100_000) + dailyCard + '</div>'.repeat(100_000));
    expect(records(html)).toHaveLength(1);
  });

  it('is told from other HTML and from Markdown that holds some', () => {
    expect(listingHtml.detect('<!doctype html><title>News</title><p>Papers</p>')).toBe(false);
    expect(listingHtml.detect('### [A](https://huggingface.co/papers/2402.18700)\n<div>x</div>')).toBe(false);
  });
});

describe('a saved page that holds the answer of the API for its scripts', () => {
  const paper = {
    id: '2407.17789',
    title: 'Many\n  Agents',
    summary: ABSTRACT,
    upvotes: 3,
    authors: [{ name: 'Ada' }],
  };
  const island = (props: unknown) =>
    `<div class="SVELTE_HYDRATER contents" data-target="DailyPapers" data-props="${JSON.stringify(props).replaceAll('"', '&quot;')}">${dailyCard}</div>`;

  it('gives the records of that answer', () => {
    const html = body(island({ dailyPapers: [{ paper, numComments: 2 }] }));
    expect(records(html)).toMatchObject([
      {
        source: 'listing',
        title: 'Many Agents',
        abstract: ABSTRACT,
        arxivId: '2407.17789',
        authors: [{ name: 'Ada' }],
        observations: [
          { metric: 'UPVOTES', value: 3 },
          { metric: 'COMMENTS', value: 2 },
        ],
      },
    ]);
  });

  it('rejects a paper of it that can not be kept, and keeps the others', () => {
    const { records: kept, rejects } = readFormat(
      listingHtml,
      body(island({ dailyPapers: [{ paper: { ...paper, title: '' } }, { paper }] })),
    );
    expect(kept).toMatchObject([{ position: 2, record: { title: 'Many Agents' } }]);
    expect(rejects).toMatchObject([{ position: 1, raw: expect.stringContaining('2407.17789') }]);
  });

  it('may hold none, as on a day without papers', () => {
    expect(records(body(island({ dailyPapers: [] })))).toEqual([]);
  });

  it('gives the records of its cards where that answer was cut or changed', () => {
    expect(records(body(island({ papers: 1 })))).toMatchObject([{ arxivId: '2508.16279' }]);
    const cut = body(island({ dailyPapers: [{ paper }] })).replace('&quot;summary', '');
    expect(records(cut)).toMatchObject([{ arxivId: '2508.16279' }]);
  });
});
