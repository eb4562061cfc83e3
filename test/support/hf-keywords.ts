import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { hfDaily } from '../../src/sources/hf-json.ts';
import { parsePythonLiteral } from '../../src/sources/python-literal.ts';
import type { PaperToProject } from './projection-facts.ts';

const FOLDER = fileURLToPath(new URL('../../../shared/data/hf-daily/', import.meta.url));

/** Why the recorded days of papers can't be read, or null. */
export const hfDailySkipped = existsSync(FOLDER) ? null : 'the answers in ../shared are not there';

type Row = {
  paper: {
    id: string;
    publishedAt: string;
    ai_keywords?: string[] | null;
    organization?: { name: string } | null;
  };
};

/** The papers of the recorded days, each once, with their keywords as topics as they stand there, but in lower case. */
export function readHfKeywords(): PaperToProject[] {
  const papers = new Map<string, PaperToProject>();
  for (const name of readdirSync(FOLDER).sort()) {
    if (!name.endsWith('.json')) continue;
    const answer: unknown = JSON.parse(readFileSync(FOLDER + name, 'utf8'));
    for (const item of hfDaily.itemsOf(answer) ?? []) {
      const { paper } = (typeof item === 'string' ? parsePythonLiteral(item) : item) as Row;
      if (papers.has(paper.id)) continue;
      const topics = [...new Set((paper.ai_keywords ?? []).map((word) => word.trim().toLowerCase()))];
      papers.set(paper.id, {
        id: paper.id,
        publishedOn: paper.publishedAt.slice(0, 10),
        topics,
        topicScores: topics.map(() => 1),
        orgs: paper.organization ? [paper.organization.name] : [],
      });
    }
  }
  return [...papers.values()];
}
