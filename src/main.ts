#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { Command, InvalidArgumentError } from 'commander';
import { extractCommand, type ExtractCommandOptions } from './commands/extract.ts';
import { ingestCommand, type IngestCommandOptions } from './commands/ingest.ts';
import { serveCommand } from './commands/serve.ts';
import { topicsCommand } from './commands/topics.ts';
import { processEnvironment, readConfig } from './config.ts';
import { PapergraphError } from './errors.ts';
import { isCalendarDate } from './model/date.ts';

const EXIT_FAILED = 1;
const EXIT_BAD_CONFIGURATION = 2;

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

const program = new Command('papergraph')
  .description('A GraphQL server with a knowledge graph of research papers. Settings: see .env.example.')
  .version(version)
  .showHelpAfterError();

program
  .command('serve')
  .description('serve the playground; on an empty graph, load the sample papers first')
  .argument('[files...]', 'listings to ingest first: files, folders, or - for standard input')
  .option('--listed-on <date>', 'the day of the listings (YYYY-MM-DD), for dates without a year', calendarDay)
  .action((files: string[], options: { listedOn?: string }) => serveCommand(files, options, config()));

program
  .command('ingest')
  .description('read listings into the graph')
  .argument('<files...>', 'files, folders, or - for standard input')
  .option('--dry-run', 'tell what would happen and write nothing')
  .option('--json', 'print the report as JSON')
  .option('--listed-on <date>', 'the day of the listings (YYYY-MM-DD), for dates without a year', calendarDay)
  .action(async (files: string[], options: IngestCommandOptions) => {
    process.exitCode = await ingestCommand(files, options, config());
  });

program
  .command('topics')
  .description('choose the topics of all papers anew and tell what changed')
  .option(
    '--explain <paper>',
    'change no topic; print the candidates of one paper (id, arXiv id or title) and why',
  )
  .action((options: { explain?: string }) => topicsCommand(options, config()));

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
