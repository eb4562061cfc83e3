import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { sharedComputation } from '../../../src/graphql/shared-computation.ts';

/** A computation that is ended by the test, and what became of each time that it began. */
function observed() {
  const runs: {
    resolve: (value: string) => void;
    reject: (error: Error) => void;
    signal: AbortSignal;
  }[] = [];
  const shared = sharedComputation(
    (signal) => new Promise<string>((resolve, reject) => runs.push({ resolve, reject, signal })),
  );
  return { runs, shared };
}

const client = () => new AbortController();

describe('a computation that several ask for', () => {
  it('is done once for all who ask at once, and for all who ask later', async () => {
    const { runs, shared } = observed();
    const answers = [shared(client().signal), shared(client().signal)];
    runs[0]?.resolve('value');
    await expect(Promise.all(answers)).resolves.toEqual(['value', 'value']);
    await expect(shared(client().signal)).resolves.toBe('value');
    expect(runs).toHaveLength(1);
  });

  it('goes on when one of those who wait goes away, who is told so at once', async () => {
    const { runs, shared } = observed();
    const [leaving, staying] = [client(), client()];
    const [left, stayed] = [shared(leaving.signal), shared(staying.signal)];
    leaving.abort(new Error('gone'));
    await expect(left).rejects.toThrow('gone');
    expect(runs[0]?.signal.aborted).toBe(false);
    runs[0]?.resolve('value');
    await expect(stayed).resolves.toBe('value');
  });

  it('is ended when all have gone, and begun anew for whoever asks next', async () => {
    const { runs, shared } = observed();
    const clients = [client(), client()];
    const answers = clients.map(({ signal }) => shared(signal));
    for (const one of clients) one.abort(new Error('gone'));
    await expect(Promise.allSettled(answers)).resolves.toMatchObject([
      { status: 'rejected' },
      { status: 'rejected' },
    ]);
    expect(runs[0]?.signal.aborted).toBe(true);

    const next = shared(client().signal);
    // The one that was ended fails late: that is nothing to the new one.
    runs[0]?.reject(new Error('ended'));
    await nextTurn();
    const another = shared(client().signal);
    runs[1]?.resolve('value');
    await expect(Promise.all([next, another])).resolves.toEqual(['value', 'value']);
    expect(runs).toHaveLength(2);
  });

  it('tells a failure to all who wait, and does not remember it', async () => {
    const { runs, shared } = observed();
    const answers = [shared(client().signal), shared(client().signal)];
    runs[0]?.reject(new Error('failed'));
    await expect(Promise.allSettled(answers)).resolves.toMatchObject([
      { reason: { message: 'failed' } },
      { reason: { message: 'failed' } },
    ]);
    const next = shared(client().signal);
    runs[1]?.resolve('value');
    await expect(next).resolves.toBe('value');
  });

  it('is not begun for who has gone already', async () => {
    const { runs, shared } = observed();
    await expect(shared(AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
    expect(runs).toHaveLength(0);
  });

  it('is not ended by who goes away after it is done', async () => {
    const { runs, shared } = observed();
    const leaving = client();
    const answer = shared(leaving.signal);
    runs[0]?.resolve('value');
    await answer;
    leaving.abort();
    expect(runs[0]?.signal.aborted).toBe(false);
    await expect(shared(client().signal)).resolves.toBe('value');
  });
});
