import type { XmlElement } from '@rgrove/parse-xml';
import { PapergraphError } from '../errors.ts';
import type { PaperRecordInput } from '../model/paper.ts';
import { cleanLine } from '../model/words.ts';
import { arxivRecord } from './arxiv-record.ts';
import type { Found, TextFormat } from './reading.ts';
import { beginsWithRoot, childrenOf, readElements, textOf, xmlRoot } from './xml.ts';

/**
 * Answers of arXiv's OAI-PMH to `ListRecords` and `GetRecord` with `metadataPrefix=arXiv`
 * (https://info.arxiv.org/help/oa/). Deleted records are passed over, and an answer that no record matches is empty.
 * Throws `BAD_SOURCE` where the text is no such answer, or where arXiv answers with another error, which it says.
 */
export const arxivOai: TextFormat = {
  name: 'arxiv-oai',
  detect: (head) => beginsWithRoot(head, ROOT),
  read: readAnswer,
};

/**
 * The token with which to ask for the records after those of an answer; null where there are no more. Throws
 * `BAD_SOURCE` where the text is no answer of OAI-PMH.
 */
export function resumptionTokenIn(text: string): string | null {
  const list = childrenOf(xmlRoot(text, ROOT), 'ListRecords')[0];
  const token = list === undefined ? '' : textOf(list, 'resumptionToken');
  return token === '' ? null : token;
}

const ROOT = 'OAI-PMH';

function readAnswer(text: string): Found[] {
  const root = xmlRoot(text, ROOT);
  const errors = childrenOf(root, 'error');
  const error = errors.find(({ attributes }) => attributes['code'] !== 'noRecordsMatch');
  if (error !== undefined) {
    throw new PapergraphError(
      'BAD_SOURCE',
      `expected papers from arXiv, but got its error ${error.attributes['code']}: "${cleanLine(error.text)}"`,
    );
  }
  const answer = [...childrenOf(root, 'ListRecords'), ...childrenOf(root, 'GetRecord')];
  if (answer.length === 0 && errors.length === 0) {
    throw new PapergraphError(
      'BAD_SOURCE',
      'expected <ListRecords> or <GetRecord> in <OAI-PMH>, but got neither',
    );
  }
  const records = answer.flatMap((element) => childrenOf(element, 'record'));
  return readElements(
    text,
    records.filter((record) => !isDeleted(record)),
    (record) => [readRecord(record)],
  );
}

/** OAI-PMH says it in the header. */
function isDeleted(record: XmlElement): boolean {
  return [record, ...childrenOf(record, 'header')].some(
    ({ attributes }) => attributes['status'] === 'deleted',
  );
}

function readRecord(record: XmlElement): PaperRecordInput {
  const paper = childrenOf(record, 'metadata').flatMap((metadata) => childrenOf(metadata, 'arXiv'))[0];
  if (paper === undefined)
    throw new Error('expected <arXiv> in <metadata> (metadataPrefix=arXiv), but got none');
  const authors = childrenOf(paper, 'authors').flatMap((list) => childrenOf(list, 'author'));
  return arxivRecord({
    id: textOf(paper, 'id'),
    title: textOf(paper, 'title'),
    abstract: textOf(paper, 'abstract'),
    comment: textOf(paper, 'comments'),
    doi: textOf(paper, 'doi'),
    publishedOn: textOf(paper, 'created'),
    authorNames: authors.map(nameOf),
  });
}

function nameOf(author: XmlElement): string {
  return ['forenames', 'keyname', 'suffix']
    .map((part) => textOf(author, part))
    .filter((part) => part !== '')
    .join(' ');
}
