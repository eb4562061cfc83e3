import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const COMMAND = ['dist/main.js'];

/** A finished run of the command. */
export type Run = { code: number | null; stdout: string; stderr: string };

/** Starts the built command as a user would; its settings are only those given. */
export function startPapergraph(args: string[], settings: Record<string, string>): ChildProcess {
  return spawn(process.execPath, [...COMMAND, ...args], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], HOST: '127.0.0.1', PORT: '0', ...settings },
  });
}

/** Runs the command to its end. */
export async function runPapergraph(
  args: string[],
  settings: Record<string, string>,
  input = '',
): Promise<Run> {
  const child = startPapergraph(args, settings);
  const output = collectOutput(child);
  child.stdin?.end(input);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, ...output };
}

/** What a process has printed so far: the object fills up as it runs. */
export function collectOutput(child: ChildProcess): { stdout: string; stderr: string } {
  const output = { stdout: '', stderr: '' };
  child.stdout?.on('data', (chunk) => (output.stdout += String(chunk)));
  child.stderr?.on('data', (chunk) => (output.stderr += String(chunk)));
  return output;
}

/** Waits until a process has printed something on standard error that matches. */
export async function waitForOutput(
  child: ChildProcess,
  output: { stderr: string },
  pattern: RegExp,
): Promise<RegExpExecArray> {
  for (;;) {
    const match = pattern.exec(output.stderr);
    if (match !== null) return match;
    if (child.exitCode !== null)
      throw new Error(`the process ended before it printed ${pattern}: ${output.stderr}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
