import { compareText } from '../../collections.ts';
import type { RecordOfPaper } from '../../loaders/records-loader.ts';
import { METRICS, type Metric as Name } from '../../model/observation.ts';
import type { Source as SourceName } from '../../model/source.ts';
import { mergeObservations } from '../../model/timed-record.ts';
import { builder } from '../builder.ts';
import { describedValues } from '../described-values.ts';
import { PaperNode } from './nodes.ts';
import { Source } from './source.ts';

const METRIC_DESCRIPTIONS: Record<Name, string> = {
  UPVOTES: 'Upvotes on Hugging Face.',
  COMMENTS: 'Comments on Hugging Face.',
  STARS: 'Stars of its code repository.',
};

const Metric = builder.enumType('Metric', {
  description: 'What is counted of a paper over time.',
  values: describedValues(METRIC_DESCRIPTIONS),
});

type Seen = { metric: Name; value: number; at: string; source: SourceName };

const Observation = builder.objectRef<Seen>('Observation').implement({
  description: 'A count as it was at a moment.',
  fields: (t) => ({
    metric: t.expose('metric', { type: Metric, description: 'What was counted.' }),
    value: t.exposeInt('value', { description: 'How many there were.' }),
    at: t.expose('at', { type: 'DateTime', description: 'The moment.' }),
    source: t.expose('source', { type: Source, description: 'Which source tells.' }),
  }),
});

builder.objectField(PaperNode, 'observations', (t) =>
  t.field({
    type: [Observation],
    description:
      'What was counted of it, in order of time; where two sources tell of one moment, the larger count. ' +
      'Example: `observations(metric: UPVOTES, since: "2026-05-01") { at value }`.',
    args: {
      metric: t.arg({ type: Metric, description: 'Only this metric; all of them by default.' }),
      since: t.arg({ type: 'Date', description: 'Counted on this day (UTC) or later.' }),
      until: t.arg({ type: 'Date', description: 'Counted on this day (UTC) or earlier.' }),
    },
    resolve: async ({ id }, { metric, since, until }, { loaders }) =>
      observationsOf(await loaders.recordsOfPaper.load(id)).filter((seen) => {
        const day = seen.at.slice(0, 'YYYY-MM-DD'.length);
        return (
          (metric == null || seen.metric === metric) &&
          (since == null || day >= since) &&
          (until == null || day <= until)
        );
      }),
  }),
);

function observationsOf(records: readonly RecordOfPaper[]): Seen[] {
  const seen = records.flatMap(({ record: { source, observations } }) =>
    observations.map((observation) => ({ ...observation, source })),
  );
  return mergeObservations(seen, []).sort(
    (a, b) => compareText(a.at, b.at) || METRICS.indexOf(a.metric) - METRICS.indexOf(b.metric),
  );
}
