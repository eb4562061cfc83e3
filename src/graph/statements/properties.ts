import { z } from 'zod';
import { statement } from '../statement.ts';

const ids = z.array(z.string());
/** Whatever a node has, for those who copy the graph. */
const properties = z.record(z.string(), z.unknown());

export const paperProperties = statement('read/paper-properties', { params: { ids }, row: { properties } });

export const recordProperties = statement('read/record-properties', { params: { ids }, row: { properties } });

export const repoProperties = statement('read/repo-properties', { params: {}, row: { properties } });

export const topicProperties = statement('read/topic-properties', { params: {}, row: { properties } });
