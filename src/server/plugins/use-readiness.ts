import { useReadinessCheck, type Plugin } from 'graphql-yoga';
import type { GraphStore } from '../../graph/graph-store.ts';
import { stats } from '../../graph/statements/stats.ts';
import type { FollowingProjector } from '../../projection/projector.ts';

const HTTP_UNAVAILABLE = 503;

/** `/health` tells that the process lives; `/ready` that its store answers and the projection of the graph is there. */
export function useReadiness(store: GraphStore, projector: FollowingProjector): Plugin {
  return useReadinessCheck({
    async check({ fetchAPI }) {
      await store.run(stats, {});
      const progress = projector.progress();
      if (progress === null) return true;
      return fetchAPI.Response.json(
        { status: 'reading the graph into memory', ...progress },
        { status: HTTP_UNAVAILABLE },
      );
    },
  });
}
