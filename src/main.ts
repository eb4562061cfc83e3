#!/usr/bin/env node
import { Command, InvalidArgumentError, Option } from 'commander';
import { EXPORT_FORMATS, exportCommand, type ExportCommandOptions } from './commands/export.ts';
import { extractCommand, type ExtractCommandOptions } from './commands/extract.ts';
import { ingestCommand, type IngestCommandOptions } from './commands/ingest.ts';
import { statsCommand } from './commands/stats.ts';
import { topicsCommand } from './commands/topics.ts';
import { unmergeCommand } from './commands/unmerge.ts';
import { processEnvironment, readConfig, readVersion } from './config.ts';
import { PapergraphError } from './errors.ts';
import { isCalendarDate } from './model/date.ts';
import { FORMAT_NAMES } from './sources/formats.ts';

const EXIT_FAILED = 1;
const EXIT_BAD_CONFIGURATION = 2;

const program = new Command('papergraph')
  .description('A GraphQL server with a knowledge graph of research papers. Settings: see .env.example.')
  .version(readVersion())
  // Options behind the name of a command are its own, also where the command that it belongs to has such ones.
  .enablePositionalOptions()
  .showHelpAfterError();

program
  .command('serve')
  .description('serve the playground; on an empty graph, load the sample papers first')
  .argument('[sources...]', 'what to ingest first: files, folders, - for standard input, or queries')
  .option('--listed-on <date>', 'the day of the listings (YYYY-MM-DD), for dates without a year', calendarDay)
  .action(async (files: string[], options: { listedOn?: string }) => {
    const { serveCommand } = await import('./commands/serve.ts');
    await serveCommand(files, options, config());
  });

program
  .command('ingest')
  .description('read papers into the graph')
  .argument(
    '<sources...>',
    'files, folders, - for standard input, or queries: hf:2026-05-08, arxiv:cat:cs.LG?max=200, openalex:search=graphs, s2:ARXIV:2402.18700',
  )
  .addOption(new Option('--format <name>', 'read files by this format').choices(FORMAT_NAMES))
  .option('--rejects <file>', 'write what could not be kept into a file, to be mended and ingested')
  .option('--dry-run', 'tell what would happen and write nothing')
  .option('--json', 'print the report as JSON')
  .option('--listed-on <date>', 'the day of the listings (YYYY-MM-DD), for dates without a year', calendarDay)
  .action(async (files: string[], options: IngestCommandOptions) => {
    process.exitCode = await ingestCommand(files, options, config());
  });

program
  .command('unmerge')
  .description(
    'take a record out of the paper that it was merged into; without a record, print those of the paper',
  )
  .argument('<paper>', 'id, arXiv id, DOI or title')
  .argument('[record]', 'the key of the record')
  .action((paper: string, record: string | undefined) => unmergeCommand(paper, record, config()));

program
  .command('topics')
  .description('choose the topics of all papers anew and tell what changed')
  .option(
    '--explain <paper>',
    'change no topic; print the candidates of one paper (id, arXiv id or title) and why',
  )
  .action((options: { explain?: string }) => topicsCommand(options, config()));

const exporting = program
  .command('export')
  .description(
    'write the graph as JSON lines, which ingest reads again, or as CSV files for neo4j-admin database import',
  )
  .addOption(new Option('--format <name>', 'what to write').choices(EXPORT_FORMATS).default('jsonl'))
  .option('--out <path>', 'the file to write instead of standard output, or for csv the folder')
  .action((options: ExportCommandOptions) => exportCommand(options, config()));
// Their options are those of the schema, which takes a while to load: others need not wait for it.
if (process.argv.includes('export')) {
  const { addExportCommands } = await import('./commands/export-file.ts');
  addExportCommands(exporting, config);
}

program
  .command('stats')
  .description('print how large the graph is, what its sources gave, and where it is kept')
  .option('--json', 'print it as JSON')
  .action((options: { json?: boolean }) => statsCommand(options, config()));

program
  .command('extract')
  .description('print the keywords of papers, without a graph: lines {id, title, abstract} to {id, keywords}')
  .argument('<file>', 'a file of JSON lines, or - for standard input')
  .option('--corpus', 'take all papers as one corpus: they share topics and their names')
  .option('--first <n>', 'how many keywords a paper', wholeNumber, 10)
  .action(async (file: string, options: ExtractCommandOptions) => {
    process.exitCode = await extractCommand(file, options, config());
  });

// Whoever reads the output may stop early, as `head` does: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof PapergraphError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error.code === 'BAD_CONFIGURATION' ? EXIT_BAD_CONFIGURATION : EXIT_FAILED;
}

function config() {
  return readConfig(processEnvironment());
}

function wholeNumber(text: string): number {
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Expected a whole number from 1 to 9999.');
}

function calendarDay(text: string): string {
  if (isCalendarDate(text)) return text;
  throw new InvalidArgumentError('Expected a day as YYYY-MM-DD.');
}
