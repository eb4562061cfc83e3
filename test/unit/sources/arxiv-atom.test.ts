import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { paperRecord, type PaperRecordInput } from '../../../src/model/paper.ts';
import { arxivAtom, totalResultsIn } from '../../../src/sources/arxiv-atom.ts';
import type { Found } from '../../../src/sources/reading.ts';

const entry = (inner: string) => `<entry>\n${inner}\n</entry>`;

const feed = (...entries: string[]) => `<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns="http://www.w3.org/2005/Atom">
  <id>https://arxiv.org/api/x</id>
  <title>arXiv Query</title>
  <opensearch:totalResults>1234</opensearch:totalResults>
  ${entries.join('\n')}
</feed>
`;

const GRAPHS = entry(`
  <id>http://arxiv.org/abs/2402.00001v3</id>
  <title>Graphs of
  Papers &amp; People 😀</title>
  <summary>  We draw
graphs: p &lt; 0.05.
</summary>
  <published>2024-02-01T23:30:00Z</published>
  <updated>2024-05-01T00:00:00Z</updated>
  <arxiv:comment>9 pages. Code at https://github.com/ada/graphs</arxiv:comment>
  <arxiv:doi>10.1000/ABC 10.1000/def</arxiv:doi>
  <author><name>Ada Lovelace</name><arxiv:affiliation>London</arxiv:affiliation></author>
  <author><name>:</name></author>
  <author><name>Alan  Turing</name></author>`);

const OLD = entry('<id>http://arxiv.org/abs/cs/0112017v1</id><title>0</title>');

const ERROR = entry(`<id>https://arxiv.org/api/errors#incorrect_id_format_for_abc</id><title>Error</title>
  <summary>incorrect id format for abc</summary><author><name>arXiv api core</name></author>`);

const read = (text: string): Found[] => [...arxivAtom.read(text, {})];
const recordsIn = (text: string): PaperRecordInput[] =>
  read(text).flatMap((found) => ('record' in found ? [found.record] : []));

describe('arxivAtom', () => {
  it('reads what an entry says, with unwrapped lines and without the version', () => {
    expect(recordsIn(feed(GRAPHS))).toEqual([
      {
        source: 'arxiv',
        title: 'Graphs of Papers & People 😀',
        abstract: 'We draw graphs: p < 0.05.',
        publishedOn: '2024-02-01',
        arxivId: '2402.00001',
        doi: '10.1000/abc',
        openAlexId: null,
        semanticScholarId: null,
        authorCount: 2,
        authors: [{ name: 'Ada Lovelace' }, { name: 'Alan Turing' }],
        repos: [
          expect.objectContaining({
            url: 'https://github.com/ada/graphs',
            source: 'comment',
            confidence: 0.9,
          }),
        ],
      },
    ]);
  });

  it('leaves out what an entry does not say', () => {
    expect(recordsIn(feed(OLD))).toMatchObject([
      { title: '0', abstract: null, publishedOn: null, arxivId: 'cs/0112017', authorCount: null, repos: [] },
    ]);
  });

  it('yields nothing for a feed without entries', () => {
    expect(read(feed())).toEqual([]);
  });

  it('rejects an entry that is no paper, with its line and its text, and reads the others', () => {
    const foreign = entry('<id>urn:x</id><title>😀</title>');
    const untitled = entry('<id>http://arxiv.org/abs/2402.00002v1</id>');
    const undated = entry(
      '<id>http://arxiv.org/abs/2402.00003v1</id><title>x</title><published>May</published>',
    );
    const found = read(feed(foreign, GRAPHS, untitled, undated));
    expect(found).toMatchObject([
      { position: 6, reason: 'expected an arXiv id such as 2402.18700, but got "urn:x"', raw: foreign },
      { position: 9, record: { arxivId: '2402.00001' } },
      { reason: expect.stringContaining('expected a title'), raw: untitled },
      { reason: 'expected a moment such as 2017-06-12T17:57:34Z, but got "May"', raw: undated },
    ]);
  });

  it('throws what arXiv says where it answers with an error', () => {
    expect(() => arxivAtom.read(feed(ERROR), {})).toThrow(
      expect.objectContaining({
        code: 'BAD_SOURCE',
        message: 'expected papers from arXiv, but got its error "incorrect id format for abc"',
      }),
    );
  });

  it.each([
    ['Rate exceeded.', 'expected well-formed XML with <feed>, but got: '],
    ['', 'expected well-formed XML with <feed>, but got: '],
    [feed(GRAPHS).slice(0, -20), 'expected well-formed XML with <feed>, but got: '],
    ['<html><body/></html>', 'expected XML with <feed>, but got <html>'],
    ['<feed>'.repeat(100_000), 'expected well-formed XML with <feed>, but got: elements are nested too deep'],
    [
      '<!DOCTYPE feed [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><feed><entry><title>&b;</title></entry></feed>',
      `expected well-formed XML with <feed>, but got: Named entity isn't defined: &b;`,
    ],
  ])('throws BAD_SOURCE where the text is no feed (%#)', (text, message) => {
    expect(() => arxivAtom.read(text, {})).toThrow(
      expect.objectContaining({ code: 'BAD_SOURCE', message: expect.stringContaining(message) }),
    );
  });

  it('tells feeds of arXiv from other texts', () => {
    expect(arxivAtom.detect(feed())).toBe(true);
    expect(arxivAtom.detect(`<!-- kept --> ${feed().split('\n').slice(1).join('\n')}`)).toBe(true);
    expect(arxivAtom.detect('<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:x</id></feed>')).toBe(false);
    expect(arxivAtom.detect('<feeds>arxiv.org</feeds>')).toBe(false);
    expect(arxivAtom.detect('A paper on <feed> of arxiv.org')).toBe(false);
    expect(arxivAtom.detect('<OAI-PMH>arxiv.org</OAI-PMH>')).toBe(false);
  });
});

describe('totalResultsIn', () => {
  it('tells how many papers a query has in all, if the feed does', () => {
    expect(totalResultsIn(feed())).toBe(1234);
    expect(totalResultsIn('<feed/>')).toBeNull();
    expect(() => totalResultsIn('<html/>')).toThrow(expect.objectContaining({ code: 'BAD_SOURCE' }));
  });
});

const FOLDER = fileURLToPath(new URL('../../../../shared/data/arxiv-atom/', import.meta.url));
const skipped = existsSync(FOLDER) ? null : 'the answers in ../shared are not there';

describe.skipIf(skipped)(`20 answers of arXiv${skipped ? ` (skipped: ${skipped})` : ''}`, () => {
  const files = skipped === null ? readdirSync(FOLDER).filter((name) => name.endsWith('.json')) : [];
  const answers = files.map(
    (name) => JSON.parse(readFileSync(FOLDER + name, 'utf8')) as { status_code: number; body: string },
  );
  const bodies = answers.filter(({ status_code }) => status_code === 200).map(({ body }) => body);
  const errors = answers.filter(({ status_code }) => status_code !== 200).map(({ body }) => body);
  const all = bodies.join('');
  const records = bodies.flatMap(recordsIn);
  const countOf = (pattern: RegExp) => [...all.matchAll(pattern)].length;

  it('hold 105 papers and 1 error in 222 entries', () => {
    const ids = [...all.matchAll(/<id>http:\/\/arxiv\.org\/abs\/(.*?)v\d+<\/id>/g)].map((match) => match[1]);
    expect(answers).toHaveLength(20);
    expect(ids).toHaveLength(221);
    expect(records.map(({ arxivId }) => arxivId)).toEqual(ids);
    expect(new Set(ids).size).toBe(105);
    expect(errors).toHaveLength(1);
    expect(() => arxivAtom.read(errors.join(''), {})).toThrow('incorrect id format for abc');
  });

  it('are read into records that can all be kept', () => {
    expect(bodies.flatMap(read).filter((found) => 'reason' in found)).toEqual([]);
    expect(records.map((record) => paperRecord.safeParse(record).error)).toEqual(
      records.map(() => undefined),
    );
    expect(records.filter(({ title, abstract }) => /\s{2}|\n/.test(`${title}|${abstract}`))).toEqual([]);
  });

  it('give as many authors, DOIs, abstracts and days as a search of the XML finds', () => {
    expect(records.reduce((sum, { authorCount }) => sum + (authorCount ?? 0), 0)).toBe(countOf(/<author>/g));
    expect(records.filter(({ doi }) => doi)).toHaveLength(countOf(/<arxiv:doi/g));
    expect(records.filter(({ abstract }) => abstract)).toHaveLength(countOf(/<summary/g));
    expect(records.map(({ publishedOn }) => publishedOn)).toEqual(
      [...all.matchAll(/<published>(.{10})/g)].map((match) => match[1]),
    );
  });

  it('give the repository that stands in a comment only', () => {
    expect(countOf(/https:\/\/github\.com\//g)).toBe(2);
    expect(
      records.filter(({ repos }) => repos?.length).map(({ arxivId, repos }) => [arxivId, repos]),
    ).toEqual(
      ['1706.00679', '1706.00679'].map((id) => [
        id,
        [expect.objectContaining({ name: 'super-resolution-testing', source: 'comment' })],
      ]),
    );
  });

  it('are found out as feeds of arXiv and tell their total', () => {
    expect(answers.filter(({ body }) => !arxivAtom.detect(body))).toEqual([]);
    expect(bodies.map(totalResultsIn)).toEqual(
      bodies.map((body) => Number(/totalResults[^>]*>(\d+)/.exec(body)?.[1])),
    );
  });
});
