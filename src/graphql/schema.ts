import './types/date.ts';
import './types/date-time.ts';
import './types/json.ts';
import './types/paper.ts';
import './types/paper-links.ts';
import './types/paper-related.ts';
import './types/related-query.ts';
import './types/paper-sources.ts';
import './types/paper-observations.ts';
import './types/paper-queries.ts';
import './types/author.ts';
import './types/co-authors.ts';
import './types/topic.ts';
import './types/topic-related.ts';
import './types/org.ts';
import './types/org-related.ts';
import './types/co-occurrence.ts';
import './types/repo.ts';
import './types/search.ts';
import './types/suggest.ts';
import './types/neighbourhood.ts';
import './types/path.ts';
import './types/stats.ts';
import './mutations/ingest.ts';
import { builder } from './builder.ts';

/** The schema that the server serves; `schema/schema.graphql` is its printed form. */
export const schema = builder.toSchema();
