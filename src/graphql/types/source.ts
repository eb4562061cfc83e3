import { SOURCES, type Source as Name } from '../../model/source.ts';
import { builder } from '../builder.ts';

const DESCRIPTIONS: Record<Name, string> = {
  jsonl: "Papergraph's own JSON: what people wrote themselves, or what another Papergraph exported.",
  arxiv: 'arXiv.',
  hf: 'The daily papers of Hugging Face.',
  semanticscholar: 'Semantic Scholar.',
  openalex: 'OpenAlex.',
  csl: 'A library in CSL JSON, such as Zotero exports.',
  bibtex: 'A library in BibTeX.',
  ris: 'A library in RIS.',
  listing: 'A listing of papers as plain text.',
};

type Values = Record<Uppercase<Name>, { value: Name; description: string }>;

export const Source = builder.enumType('Source', {
  description:
    'Where records come from. Where sources differ, the paper has what the one says that stands first here: JSONL, ARXIV, ' +
    'HF, SEMANTICSCHOLAR, OPENALEX, CSL, BIBTEX, RIS, LISTING.',
  values: Object.fromEntries(
    SOURCES.map((name) => [name.toUpperCase(), { value: name, description: DESCRIPTIONS[name] }]),
  ) as Values,
});
