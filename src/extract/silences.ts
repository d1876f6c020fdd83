import type { Extract, Range, Silence, SiteHit } from '../contract/extract';
import type { Place, Theme, UnlocatedReason } from '../contract/place';

/** Reasons of an unlocated place by what they mean for a site. */
const REASON: Readonly<Record<UnlocatedReason, 'not-mapped' | 'text-only'>> = {
  'site-not-published': 'not-mapped',
  generic: 'text-only',
  programme: 'text-only',
  'outside-plan': 'text-only',
  'not-mappable': 'text-only',
};

/** What the plan leaves open for every site. */
export function standingSilences(themes: readonly Theme[], places: readonly Place[]): Map<string, Silence[]> {
  return new Map(
    themes.map(({ id: theme }) => [
      theme,
      (['not-mapped', 'text-only'] as const).flatMap((reason): Silence[] => {
        const unmapped = places.flatMap(({ id, name, role, theme: of, unlocated }) =>
          unlocated && role === 'place' && of === theme && REASON[unlocated.reason] === reason
            ? [{ placeId: id, name, ...unlocated }]
            : [],
        );
        return unmapped.length > 0 ? [{ theme, reason, places: unmapped }] : [];
      }),
    ]),
  );
}

interface SilenceInput {
  /** By theme, in the order of the themes. */
  standing: ReadonlyMap<string, readonly Silence[]>;
  coverage: Extract['coverage'];
  /** Share of the site inside the coverage; `null` for a point. */
  covered: Range | null;
  siteM: number;
  tooCoarse: readonly SiteHit[];
  /** Drawn places that are not hit. */
  missed: readonly { placeId: string; theme: string }[];
}

/** What the plan does not say for a site, theme by theme in their order. */
export function silences(input: SilenceInput): Silence[] {
  return [...input.standing].flatMap(([theme, standing]): Silence[] => {
    const found = [...standing];
    const hits = input.tooCoarse.filter((hit) => hit.theme === theme);
    if (hits.length > 0) found.push({ theme, reason: 'too-coarse', siteM: input.siteM, hits });
    if (input.coverage === 'outside' || input.coverage === 'part') {
      const missed = input.missed.filter((miss) => miss.theme === theme).map((miss) => miss.placeId);
      const places = input.coverage === 'outside' ? missed : [];
      found.push({ theme, reason: 'outside-coverage', percent: input.covered && rest(input.covered), places });
    }
    return found;
  });
}

function rest({ value, min, max }: Range): Range {
  return { value: 100 - value, min: 100 - max, max: 100 - min };
}
