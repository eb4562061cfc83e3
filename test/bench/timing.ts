/** The milliseconds that a piece of work takes with each input. */
export async function times<Input>(
  inputs: readonly Input[],
  work: (input: Input) => unknown,
): Promise<number[]> {
  const measured: number[] = [];
  for (const input of inputs) {
    const start = performance.now();
    await work(input);
    measured.push(performance.now() - start);
  }
  return measured;
}

/** The median milliseconds of pieces of work that are done in turn, so that what else runs slows all of them. */
export async function alternately(
  rounds: number,
  work: readonly (() => Promise<unknown>)[],
): Promise<number[]> {
  const measured = work.map((): number[] => []);
  for (let round = 0; round < rounds + 5; round += 1) {
    for (const [place, piece] of work.entries()) {
      const start = performance.now();
      await piece();
      // The first rounds warm up.
      if (round >= 5) measured[place]?.push(performance.now() - start);
    }
  }
  return measured.map(median);
}

/** The middle one of some numbers. */
export function median(numbers: readonly number[]): number {
  return quantile(numbers, 0.5);
}

/** The number below which such a share of some numbers lies. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** What a piece of work gives, and the milliseconds of CPU time of all threads, compiler and garbage collector among them. */
export function cpuOf<Value>(work: () => Value): [milliseconds: number, value: Value] {
  const before = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(before);
  return [(user + system) / 1000, value];
}
