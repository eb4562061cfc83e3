import { compareText } from '../../collections.ts';
import { PapergraphError } from '../../errors.ts';
import type { GraphStore } from '../../graph/graph-store.ts';
import { authorIdsByAccounts } from '../../graph/statements/authors.ts';
import { parseOrcid } from '../../model/orcid.ts';
import { builder } from '../builder.ts';
import { AuthorNode } from './nodes.ts';

export const AuthorBy = builder.inputType('AuthorBy', {
  isOneOf: true,
  description: 'Names one author, in exactly one of these ways. Example: `{orcid: "0000-0002-1825-0097"}`.',
  fields: (t) => ({
    id: t.globalID({ for: [AuthorNode], description: 'An `id` that this API gave.' }),
    orcid: t.string({
      description:
        'An ORCID iD or a link to it: `0000-0002-1825-0097`, `https://orcid.org/0000-0002-1825-0097`.',
    }),
    hfUser: t.string({ description: 'A login on Hugging Face; case does not matter.' }),
  }),
});

/** The id of the author that is named, or null where there is none. Throws `BAD_USER_INPUT` for what is no ORCID iD. */
export async function findAuthorId(
  store: GraphStore,
  by: { id?: { id: string } | null; orcid?: string | null; hfUser?: string | null },
): Promise<string | null> {
  if (by.id != null) return by.id.id;
  const orcid = by.orcid == null ? null : parseOrcid(by.orcid);
  if (by.orcid != null && orcid === null) {
    throw new PapergraphError(
      'BAD_USER_INPUT',
      `Expected an ORCID iD such as 0000-0002-1825-0097, but got "${by.orcid}".`,
    );
  }
  const found = await store.run(authorIdsByAccounts, { orcid, hfUser: by.hfUser?.trim() ?? null });
  return found.map(({ id }) => id).sort(compareText)[0] ?? null;
}
