import { writeFileSync } from 'node:fs';
import { AUTHOR_SETS, READER_SETS, readExamples } from './examples.ts';
import { fitRanker } from './fit.ts';
import { printTable } from './print-table.ts';

// npm run fit:topics [-- FOLDER]: fits the ranker to the development halves in FOLDER and writes src/topics/ranker.ts.
const folder = process.argv[2] ?? '../shared/data/keyphrases';
const table = 'src/topics/ranker.ts';

const examples = [...AUTHOR_SETS, ...READER_SETS].flatMap((set) => readExamples(folder, set));
writeFileSync(table, printTable(fitRanker(examples)));
process.stdout.write(`fitted to ${examples.length} papers: ${table}\n`);
