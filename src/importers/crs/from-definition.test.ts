import { describe, expect, it } from 'vitest';

import { systemFromName, systemFromWkt } from './from-definition';

describe('a system by name', () => {
  it.each([
    ['EPSG:4543', 'EPSG:4543'],
    ['urn:ogc:def:crs:EPSG::4543', 'EPSG:4543'],
    ['urn:ogc:def:crs:EPSG:9.9.1:4490', 'EPSG:4490'],
    ['http://www.opengis.net/def/crs/EPSG/0/4522', 'EPSG:4522'],
    ['urn:ogc:def:crs:OGC:1.3:CRS84', 'EPSG:4326'],
    ['EPSG:900913', 'EPSG:3857'],
    ['gcj02', 'GCJ-02'],
    ['bd09ll', 'BD-09'],
  ])('%s is %s', (name, id) => {
    expect(systemFromName(name)?.id).toBe(id);
  });

  it.each(['EPSG:32648', 'somewhere', '', 'EPSG:', `EPSG:${'1'.repeat(90_000)}`])('%s is not known', (name) => {
    expect(systemFromName(name)).toBeNull();
  });
});

const GEOGCS = `GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]`;
const gaussKruger = (name: string, meridian: number, easting: number, geogcs = GEOGCS): string =>
  `PROJCS["${name}",${geogcs},PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",${easting}.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",${meridian}],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]`;

describe('a system by definition', () => {
  it.each([
    ['CGCS2000 in degrees', GEOGCS, 'EPSG:4490'],
    ['3° by ArcGIS', gaussKruger('CGCS2000_3_Degree_GK_CM_102E', 102, 500_000), 'EPSG:4543'],
    ['3° with prefix', gaussKruger('CGCS2000_3_Degree_GK_Zone_34', 102, 34_500_000), 'EPSG:4522'],
    ['a name that lies', gaussKruger('CGCS2000_3_Degree_GK_CM_105E', 102, 500_000), 'EPSG:4543'],
    ['a zone of the town', gaussKruger('Town', 102.75, 500_000), 'Town'],
  ])('%s', async (_, wkt, id) => {
    expect((await systemFromWkt(wkt))?.id).toBe(id);
  });

  it('in a zone of the town is where PROJ has it', async () => {
    // echo '102.712 25.04' | proj -f %.5f +proj=tmerc +lon_0=102.75 +x_0=500000 +ellps=GRS80
    const [lng = 0, lat = 0] =
      (await systemFromWkt(gaussKruger('Town', 102.75, 500_000)))?.toWgs84(496_165.139_27, 2_770_485.634_67) ?? [];
    expect(Math.hypot(lng - 102.712, lat - 25.04) * 111_400).toBeLessThan(0.001);
  });

  it('of another kind goes through proj4', async () => {
    const utm = `PROJCS["WGS_1984_UTM_Zone_48N",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",105.0],PARAMETER["Scale_Factor",0.9996],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]`;
    const system = await systemFromWkt(utm);
    expect(system).toMatchObject({ id: 'WGS_1984_UTM_Zone_48N', datum: 'wgs84', accuracyM: 1 });
    // echo '25.04 102.712' | cs2cs -f %.5f EPSG:4326 EPSG:32648
    const [lng = 0, lat = 0] = system?.toWgs84(269153.74038, 2771328.44691) ?? [];
    expect(Math.hypot(lng - 102.712, lat - 25.04) * 111_400).toBeLessThan(0.001);
  });

  it("of Xi'an 1980 says that nobody can relate it", async () => {
    const xian = GEOGCS.replace('GCS_China_Geodetic_Coordinate_System_2000', 'GCS_Xian_1980')
      .replace('D_China_2000', 'D_Xian_1980')
      .replace('"CGCS2000",6378137.0,298.257222101', '"Xian_1980",6378140.0,298.257');
    const system = await systemFromWkt(gaussKruger('Xian_1980_3_Degree_GK_CM_102E', 102, 500_000, xian));
    expect(system).toMatchObject({ datum: 'unrelated', accuracyM: null });
    expect(system?.toWgs84(571_854, 2_770_674)[0]).toBeCloseTo(102.712, 2);
  });

  it.each(['', 'nonsense', 'PROJCS["x"', 'LOCAL_CS["desk"]', `GEOGCS["${'x'.repeat(30_000)}"]`])(
    'that cannot be understood is none: %.20s',
    async (wkt) => {
      expect(await systemFromWkt(wkt)).toBeNull();
    },
  );
});
