import { readFileSync } from 'node:fs';
import { stemmer } from 'stemmer';
import { z } from 'zod';
import { findPhrases, type FoundPhrases } from '../../src/topics/find-phrases.ts';

/** The sets whose gold phrases are their authors' own keywords, and those of readers. */
export const AUTHOR_SETS = ['acm_kdd_www', 'openreview_colm', 'openreview_other'] as const;
export const READER_SETS = ['inspec', 'semeval2010_nus', 'semeval2017'] as const;
export type SetName = (typeof AUTHOR_SETS | typeof READER_SETS)[number];

const line = z.object({
  id: z.string(),
  title: z.string(),
  abstract: z.string(),
  keywords: z.array(z.string()),
});

/** A paper with its phrases and, stemmed, the keywords that people gave it. */
export type Example = {
  set: SetName;
  id: string;
  paper: { title: string; abstract: string };
  found: FoundPhrases;
  gold: ReadonlySet<string>;
};

/** Reads a set's development half. */
export function readExamples(folder: string, set: SetName): Example[] {
  const text = readFileSync(`${folder}/${set}.dev.jsonl`, 'utf8');
  return text
    .split('\n')
    .filter((row) => row.trim() !== '')
    .map((row) => {
      const { id, title, abstract, keywords } = line.parse(JSON.parse(row));
      const paper = { title, abstract };
      return { set, id, paper, found: findPhrases(paper), gold: new Set(keywords.map(stemmed)) };
    });
}

/** The form in which keywords are compared: words in lower case, Porter-stemmed. */
export function stemmed(phrase: string): string {
  const words = phrase.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.map((word) => stemmer(word)).join(' ');
}
