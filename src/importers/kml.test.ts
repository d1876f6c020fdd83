import { describe, expect, it } from 'vitest';

import { importOne, importSound, rejections, warningCodes } from '../../tests/import-one';

describe('KML', () => {
  const kml = (inside: string): string =>
    `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="g"><Document>${inside}</Document></kml>`;
  const placemark = (inside: string): string => kml(`<Placemark>${inside}</Placemark>`);
  const POINT = '<Point><coordinates> 102.7,25,1890 </coordinates></Point>';

  it('gives names, attributes and shapes', async () => {
    const data =
      '<name>A &amp; B</name><description><![CDATA[<b>x</b>]]></description><ExtendedData><Data name="k"><value>v</value></Data>' +
      '<SchemaData><SimpleData name="s">1</SimpleData></SchemaData></ExtendedData><Style><LineStyle/></Style>';
    const result = await importSound('a.kml', placemark(data + POINT));
    expect(result.features[0]).toMatchObject({
      name: 'A & B',
      attributes: { name: 'A & B', description: '<b>x</b>', k: 'v', s: '1' },
      geometry: { type: 'Point', coordinates: [102.7, 25] },
    });
    expect(warningCodes(result)).toEqual(['height-dropped']);
  });

  it('joins the parts of a collection and reads tracks and prefixes', async () => {
    const result = await importSound(
      'a.kml',
      kml(
        `<Folder><Placemark><MultiGeometry>${POINT}${POINT}</MultiGeometry></Placemark></Folder>` +
          '<Placemark><gx:Track><gx:coord>102.7 25 0</gx:coord><gx:coord>102.8 25 0</gx:coord></gx:Track></Placemark>' +
          '<Placemark><gx:MultiTrack><gx:Track><gx:coord>102.7 25</gx:coord><gx:coord>102.8 25</gx:coord></gx:Track></gx:MultiTrack></Placemark>',
      ),
    );
    expect(result.features.map(({ geometry }) => geometry.type)).toEqual(['MultiPoint', 'LineString', 'LineString']);
  });

  it('never expands what a document type declares', async () => {
    const bomb = '<!DOCTYPE kml [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>';
    expect(await importOne('a.kml', bomb + placemark(POINT))).toMatchObject({ reason: 'document-type-refused' });
    const unknown = await importSound('a.kml', placemark(`<name>&xxe; &#20013;&#x6587;</name>${POINT}`));
    expect(unknown.features[0]?.name).toBe('&xxe; 中文');
  });

  it('takes scripts for the text that they are, and leaves pictures out', async () => {
    const script = `<name><![CDATA[<script>alert(1)</script>]]></name>${POINT}`;
    const result = await importSound('a.kml', kml(`<GroundOverlay/><NetworkLink/><Placemark>${script}</Placemark>`));
    expect(result.features[0]?.name).toBe('<script>alert(1)</script>');
    expect(warningCodes(result)).toEqual(['entities-ignored', 'height-dropped']);
  });

  it('names the placemark that it cannot place', async () => {
    const result = await importSound(
      'a.kml',
      kml(
        `<Placemark>${POINT}</Placemark><Placemark><name>x</name></Placemark><Placemark><Point><coordinates>a,b</coordinates></Point></Placemark>`,
      ),
    );
    expect(rejections(result)).toEqual([
      [2, 'no-geometry'],
      [3, 'not-a-number'],
    ]);
  });

  it.each(['<kml>', '<kml></kmz>', '<html></html>', '<', '<!-- ', '<kml a="', '<a><b></a></b>'])(
    '%s is none',
    async (text) => {
      expect(await importOne('a.kml', text)).toMatchObject({ ok: false, reason: 'unreadable' });
    },
  );

  it('is not slowed down by what is opened and never closed', async () => {
    for (const unit of ['<!--', '<![CDATA[', '<a b="', '<?', '<', '&#', '<a ', '</'])
      expect(await importOne('a.kml', `<${unit.repeat(500_000)}`)).toMatchObject({ ok: false });
  }, 30_000);
});
