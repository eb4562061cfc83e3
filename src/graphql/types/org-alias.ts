import { splitSources, type Org, type OrgAliasRule } from '../../model/org.ts';
import { builder } from '../builder.ts';
import { describedValues } from '../described-values.ts';

const KIND_DESCRIPTIONS = {
  NAME: 'A name, such as `Tsinghua Univ.`.',
  SLUG: 'A slug, such as `thu1911`.',
};
type OrgAliasKind = keyof typeof KIND_DESCRIPTIONS;

const RULE_DESCRIPTIONS: Record<OrgAliasRule, string> = {
  SPELLING:
    'A name in the words of the main name, but for case and punctuation: `tsinghua university` of `Tsinghua University`.',
  SAME_SLUG:
    'A name of a slug that has the main name too: `tsinghua` is both `Tsinghua University` and `THU`.',
  SAME_ROR:
    'A slug with the ROR id of the main slug, or a name of a slug with the ROR id of one that has the main name.',
  SAME_NAME:
    'A slug with a name of the main slug, but for case and punctuation: `thu1911` and `tsinghua` are both `Tsinghua University`.',
};

const OrgAliasKindEnum = builder.enumType('OrgAliasKind', {
  description: 'What another form of an org is.',
  values: describedValues(KIND_DESCRIPTIONS),
});

const OrgAliasRuleEnum = builder.enumType('OrgAliasRule', {
  description:
    'Why another name or slug belongs to an org. In place of the main name or slug there may be one that belongs to ' +
    'the org already.',
  values: describedValues(RULE_DESCRIPTIONS),
});

type Alias = { form: string; kind: OrgAliasKind; rule: OrgAliasRule; sources: string[] };

export const OrgAlias = builder.objectRef<Alias>('OrgAlias').implement({
  description: 'Another name or slug of an org, why it belongs to the org, and who gives it.',
  fields: (t) => ({
    form: t.exposeString('form', {
      description: 'The name or slug as sources give it, such as `tsinghua university` or `thu1911`.',
    }),
    kind: t.expose('kind', { type: OrgAliasKindEnum, description: 'Whether it is a name or a slug.' }),
    rule: t.expose('rule', {
      type: OrgAliasRuleEnum,
      description: 'Why it belongs to the org; the strongest reason where there are several.',
    }),
    sources: t.exposeStringList('sources', {
      description:
        'The parts of sources that give it, sorted, such as `listing`, `institution` (of OpenAlex) or `organization` ' +
        '(of Hugging Face).',
    }),
  }),
});

/** An org's other names and then its other slugs; without those that an earlier version wrote with no reason. */
export function aliasesOf(org: Org): Alias[] {
  return [
    ...listed('NAME', org.aliases, org.aliasRules, org.aliasSources),
    ...listed('SLUG', org.slugs, org.slugRules, org.slugSources),
  ];
}

function listed(
  kind: OrgAliasKind,
  forms: readonly string[],
  rules: readonly OrgAliasRule[],
  sources: readonly string[],
): Alias[] {
  return forms.flatMap((form, index) => {
    const [rule, joined] = [rules[index], sources[index]];
    return rule === undefined || joined === undefined
      ? []
      : [{ form, kind, rule, sources: splitSources(joined) }];
  });
}
