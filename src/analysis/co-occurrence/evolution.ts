/** The themes of a period, each as the keys of its items. */
export type PeriodThemes = readonly (readonly string[])[];

/** How a theme of a period and one of the next period have items in common. */
export type ThemeLink = {
  /** The number of the theme in the earlier period, and of that in the later one. */
  source: number;
  target: number;
  /** The keys of the items that both have, in the order of the earlier theme. */
  shared: string[];
  /** |A∩B| / min(|A|, |B|), the inclusion index: 1 where one of the two is part of the other one. */
  inclusion: number;
  /** |A∩B| / |A∪B|, the stability index (Jaccard): 1 where the two have the same items. */
  stability: number;
};

/**
 * How the themes of a period go on in those of the next one: the links of the thematic evolution map (Cobo, López-Herrera,
 * Herrera-Viedma & Herrera 2011), those of most items in common first, then those of the highest inclusion. Themes without an
 * item in common have no link. No item is in two themes of a period.
 */
export function linkThemes(earlier: PeriodThemes, later: PeriodThemes): ThemeLink[] {
  const themeOf = new Map(later.flatMap((keys, theme) => keys.map((key) => [key, theme] as const)));
  return earlier
    .flatMap((keys, source) =>
      [...sharedWith(keys, themeOf)].map(([target, shared]) => {
        const [a, b, both] = [keys.length, later[target]?.length ?? 0, shared.length];
        return { source, target, shared, inclusion: both / Math.min(a, b), stability: both / (a + b - both) };
      }),
    )
    .sort(
      (a, b) =>
        b.shared.length - a.shared.length ||
        b.inclusion - a.inclusion ||
        a.source - b.source ||
        a.target - b.target,
    );
}

function sharedWith(keys: readonly string[], themeOf: ReadonlyMap<string, number>): Map<number, string[]> {
  const shared = new Map<number, string[]>();
  for (const key of keys) {
    const theme = themeOf.get(key);
    if (theme === undefined) continue;
    const found = shared.get(theme);
    if (found === undefined) shared.set(theme, [key]);
    else found.push(key);
  }
  return shared;
}
