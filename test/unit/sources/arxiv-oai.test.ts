import { describe, expect, it } from 'vitest';
import { paperRecord } from '../../../src/model/paper.ts';
import { arxivAtom } from '../../../src/sources/arxiv-atom.ts';
import { arxivOai, resumptionTokenIn } from '../../../src/sources/arxiv-oai.ts';
import type { Found } from '../../../src/sources/reading.ts';

const answer = (inner: string) => `<?xml version="1.0" encoding="UTF-8"?>
<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">
<responseDate>2026-05-08T00:00:00Z</responseDate>
<request verb="ListRecords" metadataPrefix="arXiv">http://oaipmh.arxiv.org/oai</request>
${inner}
</OAI-PMH>
`;

const GRAPHS = `<record>
<header><identifier>oai:arXiv.org:2402.00001</identifier><datestamp>2024-05-02</datestamp><setSpec>cs</setSpec></header>
<metadata>
 <arXiv xmlns="http://arxiv.org/OAI/arXiv/">
 <id>2402.00001</id><created>2024-02-01</created><updated>2024-05-01</updated>
 <authors>
  <author><keyname>Lovelace</keyname><forenames>Ada</forenames></author>
  <author><keyname>King</keyname><forenames>W.</forenames><suffix>Jr</suffix><affiliation>London</affiliation></author>
  <author><keyname>The Graphs Collaboration</keyname></author>
 </authors>
 <title>Graphs of
   Papers</title>
 <categories>cs.DL</categories>
 <comments>9 pages, code at https://github.com/ada/graphs.</comments>
 <doi>10.1000/ABC</doi>
 <abstract>  We draw
graphs.
</abstract>
 </arXiv>
</metadata>
</record>`;

const DELETED = `<record><header status="deleted"><identifier>oai:arXiv.org:2402.00002</identifier></header></record>`;

const TOKEN = `<resumptionToken cursor="0" completeListSize="2000"> verb%3DListRecords&amp;skip=1000\n</resumptionToken>`;

const list = (...records: string[]) => answer(`<ListRecords>\n${records.join('\n')}\n</ListRecords>`);
const error = (code: string, text: string) => answer(`<error code="${code}">${text}</error>`);
const read = (text: string): Found[] => [...arxivOai.read(text, {})];

describe('arxivOai', () => {
  it('reads what a record says', () => {
    const [found] = read(list(GRAPHS));
    expect(found).toEqual({
      position: 6,
      record: {
        source: 'arxiv',
        title: 'Graphs of Papers',
        abstract: 'We draw graphs.',
        publishedOn: '2024-02-01',
        arxivId: '2402.00001',
        doi: '10.1000/abc',
        openAlexId: null,
        semanticScholarId: null,
        authorCount: 3,
        authors: [{ name: 'Ada Lovelace' }, { name: 'W. King Jr' }, { name: 'The Graphs Collaboration' }],
        repos: [
          expect.objectContaining({
            url: 'https://github.com/ada/graphs',
            source: 'comment',
            confidence: 0.9,
          }),
        ],
      },
    });
    expect(
      paperRecord.safeParse(found !== undefined && 'record' in found ? found.record : null).success,
    ).toBe(true);
  });

  it('reads the answer to GetRecord, and names with a prefix, alike', () => {
    const expected = read(list(GRAPHS)).map((found) => ('record' in found ? found.record : found));
    expect(read(answer(`<GetRecord>${GRAPHS}</GetRecord>`))).toMatchObject(
      expected.map((record) => ({ record })),
    );
    const prefixed = list(GRAPHS).replaceAll(/<(\/?)(?=\w)/g, '<$1oai:');
    expect(read(prefixed)).toMatchObject(expected.map((record) => ({ record })));
  });

  it('passes over deleted records', () => {
    expect(read(list(DELETED, GRAPHS, '<record status="deleted"/>'))).toMatchObject([{ position: 7 }]);
    expect(read(list(DELETED))).toEqual([]);
  });

  it('yields nothing where no record matches', () => {
    expect(read(error('noRecordsMatch', 'none'))).toEqual([]);
  });

  it('rejects a record in another metadata format, with its text', () => {
    const dublinCore = '<record><header/><metadata><dc><title>Graphs</title></dc></metadata></record>';
    expect(read(list(dublinCore, GRAPHS))).toMatchObject([
      {
        position: 6,
        reason: 'expected <arXiv> in <metadata> (metadataPrefix=arXiv), but got none',
        raw: dublinCore,
      },
      { position: 7, record: { arxivId: '2402.00001' } },
    ]);
  });

  it.each([
    [
      error('badResumptionToken', 'it has\n expired '),
      'expected papers from arXiv, but got its error badResumptionToken: "it has expired"',
    ],
    [
      error('noRecordsMatch', 'none').replace('</OAI', '<error code="badArgument">until</error></OAI'),
      'badArgument: "until"',
    ],
    [answer('<Identify/>'), 'expected <ListRecords> or <GetRecord> in <OAI-PMH>, but got neither'],
    ['<feed/>', 'expected XML with <OAI-PMH>, but got <feed>'],
    ['Retry after 5 seconds', 'expected well-formed XML with <OAI-PMH>, but got: '],
  ])('throws BAD_SOURCE where the text is no answer with records (%#)', (text, message) => {
    expect(() => arxivOai.read(text, {})).toThrow(
      expect.objectContaining({ code: 'BAD_SOURCE', message: expect.stringContaining(message) }),
    );
  });

  it('tells answers of OAI-PMH from other texts', () => {
    expect(arxivOai.detect(list(GRAPHS))).toBe(true);
    expect(arxivAtom.detect(list(GRAPHS))).toBe(false);
    expect(arxivOai.detect('<feed>http://arxiv.org</feed>')).toBe(false);
    expect(arxivOai.detect('OAI-PMH')).toBe(false);
  });
});

describe('resumptionTokenIn', () => {
  it('gives the token of an answer that others follow, and null at the end', () => {
    expect(resumptionTokenIn(list(GRAPHS, TOKEN))).toBe('verb%3DListRecords&skip=1000');
    expect(resumptionTokenIn(list(GRAPHS, '<resumptionToken cursor="1000"/>'))).toBeNull();
    expect(resumptionTokenIn(list(GRAPHS))).toBeNull();
    expect(resumptionTokenIn(error('noRecordsMatch', 'none'))).toBeNull();
  });
});
