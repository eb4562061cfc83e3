import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { AUTHOR_SETS, READER_SETS, readExamples } from '../../../tools/fit-topic-ranker/examples.ts';
import { fitRanker } from '../../../tools/fit-topic-ranker/fit.ts';
import { printTable } from '../../../tools/fit-topic-ranker/print-table.ts';

const SETS = fileURLToPath(new URL('../../../../shared/data/keyphrases', import.meta.url));
const skipped = existsSync(SETS) ? '' : ' (skipped: no ../shared/data/keyphrases)';

describe.skipIf(skipped !== '')(`the table of the topic ranker${skipped}`, () => {
  it('is what the fit gives, to the digit', () => {
    const examples = [...AUTHOR_SETS, ...READER_SETS].flatMap((set) => readExamples(SETS, set));
    const table = readFileSync(new URL('../../../src/topics/ranker.ts', import.meta.url), 'utf8');
    expect(printTable(fitRanker(examples))).toBe(table);
  }, 300_000);
});
