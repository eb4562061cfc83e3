import { analyseHere } from '../../analysis/analyses.ts';
import { transferError, type TransferredError } from '../../graph/remote-store.ts';
import { shareArrays } from './share-arrays.ts';

/** What came of an analysis: an error that is thrown here would arrive without its code. */
export type Outcome<Value> = { value: Value } | { error: TransferredError };

/** Does an analysis, as a thread for analyses is asked to. */
export async function analyse({
  name,
  input,
}: {
  name: Parameters<typeof analyseHere>[0];
  input: Parameters<typeof analyseHere>[1];
}): Promise<Outcome<unknown>> {
  try {
    return { value: shareArrays(await analyseHere(name, input)) };
  } catch (error) {
    return { error: transferError(error) };
  }
}
