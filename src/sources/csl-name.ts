import { z } from 'zod';
import { plainText } from './markup.ts';

const text = z.string().nullish();

/** A name of CSL: the parts of a person's, or the `literal` of a group's, which Crossref calls `name`. */
export const cslName = z.looseObject({
  given: text,
  family: text,
  suffix: text,
  'dropping-particle': text,
  'non-dropping-particle': text,
  literal: text,
  name: text,
  ORCID: text,
});

/** A name as printed, given name first: `Ludwig van Beethoven`, `Jean le Rond d'Alembert`, `Sammy Davis Jr.`. */
export function nameOfCsl(name: z.infer<typeof cslName>): string {
  const parts = [
    name.given,
    name['dropping-particle'],
    name['non-dropping-particle'],
    name.family,
    name.suffix,
  ].filter((part) => part?.trim());
  if (parts.length === 0) return plainText(name.literal ?? name.name ?? '');
  return plainText(parts.join(' ')).replace(/(?<=(?:^| )(?:d|l|dell|de l)['’]) /gi, '');
}
