/** Why a record is about the same paper as others: what it has in common with one of them, the strongest first. */
export const IDENTITY_RULES = ['ARXIV_ID', 'DOI', 'OPENALEX_ID', 'SEMANTIC_SCHOLAR_ID', 'TITLE'] as const;
export type IdentityRule = (typeof IDENTITY_RULES)[number];
