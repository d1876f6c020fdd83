import type { WrittenFeature } from '../../importers/export/write-features';
import type { AttributeValue } from '../../importers/imported';
import { percentText } from '../../text/amounts';
import type { Desk } from '../shared/desk';
import { saveFile } from '../shared/save-file';
import type { RowHit, SiteRow } from './check-messages';

export const FORMATS = ['csv', 'geojson', 'kml', 'txt'] as const;
export type Format = (typeof FORMATS)[number];

/** A table of answers as a file of one of the trade's formats; the writers are loaded when one is asked for. */
export async function written(format: Format, rows: readonly SiteRow[], desk: Desk, hash: string): Promise<string> {
  const features = rows.map((row) => featureOf(row, desk, hash));
  switch (format) {
    case 'csv':
      return (await import('../../importers/export/write-csv')).writeCsv(features);
    case 'geojson':
      return (await import('../../importers/export/write-geojson')).writeGeoJson(features);
    case 'kml':
      return (await import('../../importers/export/write-kml')).writeKml(features);
    case 'txt':
      return (await import('../../importers/export/write-guotu-txt')).writeGuotuTxt(features);
  }
}

/** Hands a text over as a file. */
export function download(name: string, text: string): void {
  saveFile(new Blob([text], { type: 'application/octet-stream' }), name);
}

function featureOf({ site, answer }: SiteRow, desk: Desk, hash: string): WrittenFeature {
  const { t, plan, lang, themes, say, places } = desk;
  const { attribute } = t.check;
  const names = (hits: readonly RowHit[]): string =>
    hits.map(({ placeId }) => places.get(placeId)?.name[lang] ?? placeId).join(t.listComma);
  const values: Record<string, AttributeValue> =
    'fault' in answer
      ? { [attribute.fault]: t.extract.fault[answer.fault] }
      : {
          [attribute.area]: answer.areaM2 === null ? null : Math.round(answer.areaM2 * 100) / 100,
          [attribute.coverage]: t.extract.coverage[answer.coverage],
          [attribute.concerned]: names(answer.concerned),
          [attribute.share]: answer.concerned
            .map(({ percent }) => (percent ? percentText(percent.value, lang) : '-'))
            .join(t.listComma),
          [attribute.tooClose]: names(answer.tooClose),
          [attribute.silent]: answer.silent
            .map((id) => themes.get(id))
            .flatMap((theme) => (theme ? [say(theme.name)] : []))
            .join(t.listComma),
        };
  return {
    geometry: site.geometry,
    name: site.name,
    attributes: {
      [attribute.identifier]: site.id,
      ...values,
      [attribute.plan]: `${plan.id} ${plan.published}`,
      [attribute.data]: hash,
    },
  };
}
