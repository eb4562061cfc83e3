import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { oneInFlight } from '../../../src/ingest/in-flight.ts';

describe('work in flight', () => {
  it('goes on beside its caller, one piece after the other', async () => {
    const said: string[] = [];
    const work = (name: string) => async () => {
      said.push(`${name} begins`);
      await sleep(5);
      said.push(`${name} ends`);
    };
    const flight = oneInFlight();
    await flight.start(work('a'));
    said.push('beside a');
    await flight.start(work('b'));
    said.push('beside b');
    await flight.done();
    expect(said).toEqual(['a begins', 'beside a', 'a ends', 'b begins', 'beside b', 'b ends']);
  });

  it('tells what went wrong to whoever waits next, and only once', async () => {
    const flight = oneInFlight();
    let begun = false;
    await flight.start(() => Promise.reject(new Error('broken')));
    const next = async () => {
      begun = true;
    };
    await expect(flight.start(next)).rejects.toThrow('broken');
    expect(begun).toBe(false);
    await flight.start(next);
    await flight.done();
    expect(begun).toBe(true);
  });
});
