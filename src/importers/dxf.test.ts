import { describe, expect, it } from 'vitest';

import { IMPORT_OPTIONS, importOne, importSound, rejections, warningCodes } from '../../tests/import-one';
import type { ImportedFile } from './imported';
import { formatOf } from './read-files';

describe('a drawing', () => {
  const dxf = (...entities: string[]): string => `0\nSECTION\n2\nENTITIES\n${entities.join('\n')}\n0\nENDSEC\n0\nEOF\n`;
  const chosen = { 'a.dxf': { system: 'EPSG:4543', yFirst: false } };
  const draw = (...entities: string[]): Promise<ImportedFile> =>
    importSound('a.dxf', dxf(...entities), { ...IMPORT_OPTIONS, chosen });
  const corner = (x: number, y: number): string => `10\n${571_000 + x}\n20\n${2_770_000 + y}`;

  it('gives lines, closed lines as areas, and points, with their layers', async () => {
    const result = await draw(
      `0\nLWPOLYLINE\n5\n1F\n8\n用地\n90\n3\n70\n1\n${corner(0, 0)}\n${corner(9, 0)}\n${corner(9, 9)}`,
      `0\nLWPOLYLINE\n8\n路\n70\n0\n${corner(0, 0)}\n${corner(9, 0)}`,
      `0\nPOLYLINE\n8\n旧\n70\n1\n10\n0\n20\n0\n0\nVERTEX\n8\n旧\n${corner(0, 0)}\n0\nVERTEX\n${corner(9, 0)}\n0\nVERTEX\n${corner(9, 9)}\n0\nSEQEND\n8\n旧`,
      `0\nLINE\n8\n0\n${corner(0, 0)}\n11\n571009\n21\n2770009`,
      `0\nPOINT\n8\n0\n${corner(5, 5)}`,
      '0\nTEXT\n8\n0\n1\nwords',
    );
    expect(result.features.map(({ geometry, name }) => [geometry.type, name])).toEqual([
      ['Polygon', '用地'],
      ['LineString', '路'],
      ['Polygon', '旧'],
      ['LineString', '0'],
      ['Point', '0'],
    ]);
    expect(result.features[0]?.attributes).toEqual({ layer: '用地', entity: 'LWPOLYLINE', handle: '1F' });
    expect(warningCodes(result)).toEqual(['entities-ignored', 'ring-closed', 'ring-closed']);
  });

  it('says where it made an arc straight', async () => {
    const bent = `0\nLWPOLYLINE\n8\n0\n70\n0\n${corner(0, 0)}\n42\n1.0\n${corner(9, 0)}`;
    expect(warningCodes(await draw(bent))).toEqual(['curve-straightened']);
  });

  it('names what it cannot place', async () => {
    const result = await draw(
      `0\nPOINT\n8\n0\n${corner(5, 5)}`,
      '0\nPOINT\n8\nL\n10\nx\n20\n1',
      '0\nLINE\n8\n0\n10\n1\n20\n1',
    );
    expect(rejections(result)).toEqual([
      [2, 'not-a-number'],
      [3, 'not-a-number'],
    ]);
  });

  it('is told from other texts, and from none', async () => {
    expect(formatOf({ name: 'x', bytes: new TextEncoder().encode(dxf()) })).toBe('dxf');
    expect(await importOne('a.dxf', 'AutoCAD Binary DXF\r\n')).toMatchObject({ reason: 'unreadable' });
    expect(await importOne('a.dxf', dxf('0\nTEXT\n8\n0'))).toMatchObject({ reason: 'no-features' });
  });
});
