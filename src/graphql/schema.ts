import './types/date.ts';
import './types/paper.ts';
import './types/paper-queries.ts';
import './types/topic.ts';
import './types/org.ts';
import './types/repo.ts';
import './types/stats.ts';
import { builder } from './builder.ts';

/** The schema that the server serves; `schema/schema.graphql` is its printed form. */
export const schema = builder.toSchema();
