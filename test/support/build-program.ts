import { execSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The tests of commands run the program as it is built. */
export default function buildProgram(): void {
  execSync('npm run --silent build', {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    stdio: 'inherit',
  });
}
