import { z } from 'zod';
import { author } from '../../model/author.ts';
import { statement } from '../statement.ts';
import { touchesPapers } from '../touched.ts';

const id = z.string();
const paperId = z.string();
const position = z.int();

export const authors = statement('read/authors', { params: {}, row: author.shape });

export const authorsByIds = statement('read/authors-by-ids', {
  params: { ids: z.array(id) },
  row: author.shape,
});

export const authorIdsByAccounts = statement('read/author-ids-by-accounts', {
  params: { orcid: z.string().nullable(), hfUser: z.string().nullable() },
  row: { id },
});

export const authorsOfPapers = statement('read/authors-of-papers', {
  params: { ids: z.array(paperId) },
  row: { paperId, position, author },
});

export const writeAuthors = statement('write/authors', {
  params: { rows: z.array(z.object({ id, properties: author.omit({ id: true }).partial() })) },
  touches: ({ rows }) => ({ changed: { AUTHOR: rows.map((row) => row.id) } }),
});

export const deleteAuthors = statement('write/delete-authors', {
  params: { ids: z.array(id) },
  touches: ({ ids }) => ({ deleted: { AUTHOR: ids } }),
});

const authorship = z.array(z.object({ paperId, authorId: id, position }));

export const writePaperAuthors = statement('write/paper-authors', {
  params: { rows: authorship },
  touches: touchesPapers,
});

export const unlinkPaperAuthors = statement('write/unlink-paper-authors', {
  params: { rows: authorship },
  touches: touchesPapers,
});
