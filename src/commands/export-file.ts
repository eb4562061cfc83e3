import { randomUUID } from 'node:crypto';
import { Option, type Command } from 'commander';
import type { Config } from '../config.ts';
import { openStore } from '../graph/open-store.ts';
import { analyseHere } from '../analysis/analyses.ts';
import { createContext } from '../graphql/context.ts';
import { EXPORTS, type Exportable } from '../graphql/exports.ts';
import { readArguments } from '../graphql/read-arguments.ts';
import { databaseProjector } from '../projection/database-projector.ts';
import { memoryProjector } from '../projection/memory-projector.ts';
import { printText } from './print-text.ts';
import { writeWholeFile } from './whole-file.ts';

type Options = { format: string; out?: string } & Record<string, string[] | string | undefined>;

/** Adds a command for each thing that can be exported as a file; its options are the arguments of the query. */
export function addExportCommands(parent: Command, config: () => Config): void {
  for (const [name, exportable] of EXPORTS) {
    const formats = Object.keys(exportable.mediaTypes);
    const command = parent
      .command(name)
      .description(`write ${exportable.description}`)
      .addOption(new Option('--format <name>', 'in what to write it').choices(formats).makeOptionMandatory())
      .option('--out <file>', 'the file to write instead of standard output');
    for (const { name: argument, description } of exportable.arguments) {
      command.addOption(
        new Option(`--${optionOf(argument)} <value>`, description ?? '').argParser(
          (text: string, before: string[] | undefined) => [...(before ?? []), text],
        ),
      );
    }
    command.action((options: Options) => exportFile(exportable, options, config()));
  }
}

function optionOf(argument: string): string {
  return argument.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

async function exportFile(exportable: Exportable, options: Options, config: Config): Promise<void> {
  const { format, out, ...given } = options;
  const texts = Object.entries(given).flatMap(([name, values = []]) =>
    [values].flat().map((text): [string, string] => [name, text]),
  );
  const args = readArguments(exportable.arguments, texts);
  const store = await openStore(config.store, { leaveAsIs: true });
  const projector = config.analysis === 'memory' ? memoryProjector(store) : databaseProjector(store);
  try {
    const context = createContext(store, projector, {
      requestId: randomUUID(),
      ingest: null,
      isAuthorized: false,
      analyst: analyseHere,
      signal: new AbortController().signal,
    });
    const text = await exportable.write(format, args, context);
    if (out === undefined) await printText(text);
    else {
      await writeWholeFile(out, text);
      process.stderr.write(`wrote ${exportable.description} in ${store.address} to ${out}\n`);
    }
  } finally {
    await projector.stop();
    await store.close();
  }
}
