import { paperRecord, type PaperRecordInput } from '../model/paper.ts';
import { SOURCES } from '../model/source.ts';
import { isObject } from './check-item.ts';
import { describeIssue } from './describe-issue.ts';
import { ownRecord } from './own-record.ts';
import type { JsonFormat } from './reading.ts';

/**
 * Papergraph's own JSON: a record, a paper as `papergraph export` writes it (`{records: [record, …]}`, whose other
 * fields are made of its records and so are passed over), an array of these, or `{papers: […]}`.
 */
export const ownJson: JsonFormat = { name: 'jsonl', itemsOf, readItem };

const FIELDS: ReadonlySet<string> = new Set(Object.keys(paperRecord.shape));
const NAMES_OF_SOURCES: ReadonlySet<unknown> = new Set(SOURCES);

function itemsOf(document: unknown): unknown[] | null {
  if (isOwn(document)) return [document];
  const items: unknown = isObject(document) ? document['papers'] : document;
  return Array.isArray(items) && (items.length === 0 || items.some(isOwn)) ? items : null;
}

function isOwn(value: unknown): boolean {
  if (!isObject(value)) return false;
  if (Array.isArray(value['records'])) return true;
  return (
    'title' in value &&
    (NAMES_OF_SOURCES.has(value['source']) || Object.keys(value).every((key) => FIELDS.has(key)))
  );
}

function readItem(item: unknown): PaperRecordInput[] {
  const records: unknown = isObject(item) ? item['records'] : undefined;
  if (!Array.isArray(records)) return [readRecord(item, '')];
  return records.map((record, index) => readRecord(record, `records.${index}.`));
}

function readRecord(record: unknown, path: string): PaperRecordInput {
  const checked = ownRecord.safeParse(record, { reportInput: true });
  if (checked.success) return checked.data;
  throw new Error(path + describeIssue(checked.error));
}
