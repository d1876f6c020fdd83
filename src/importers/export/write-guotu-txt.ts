import type { PlanGeometry } from '../../contract/features';
import { pathsOf, positionsOf } from '../../contract/paths';
import { systemOfZone } from '../crs/systems';
import { signedArea } from '../rings';
import { attributeText, type WrittenFeature } from './write-features';

/**
 * The parcel file of the land authorities: CGCS2000 in 3° zones with prefix, metres to the millimetre, north before
 * east, areas in hectares on the plane of the zone. All parcels are in the zone of the first position, as one file has
 * one zone. Points of every ring are numbered on and the ring is closed by its first.
 */
export function writeGuotuTxt(features: readonly WrittenFeature[]): string {
  const [first] = features;
  const [lng = 102] = (first && positionsOf(first.geometry)[0]) ?? [];
  const zone = Math.min(45, Math.max(25, Math.round(lng / 3)));
  const system = systemOfZone({ centralMeridianDeg: 3 * zone, falseEastingM: zone * 1e6 + 500_000 });
  const header = [
    '[属性描述]',
    '格式版本号=1.01版本',
    '坐标系=2000国家大地坐标系',
    '几度分带=3',
    '投影类型=高斯克吕格',
    '计量单位=米',
    `带号=${zone}`,
    '精度=0.001',
    '转换参数=,,,,,,',
    '[地块坐标]',
  ];
  const project: Project = ([x = 0, y = 0]) => system?.fromWgs84([x, y]) ?? [];
  return [...header, ...features.flatMap((feature) => parcelLines(feature, project)), ''].join('\r\n');
}

type Project = (at: readonly number[]) => number[];

function parcelLines({ geometry, name, attributes }: WrittenFeature, project: Project): string[] {
  const kind = geometry.type.endsWith('Polygon') ? '面' : geometry.type.endsWith('Point') ? '点' : '线';
  // Points of one parcel are one list.
  const drawn = kind === '点' ? [positionsOf(geometry)] : pathsOf(geometry);
  const paths = drawn.map((path) => path.map(project));
  const points = paths.flatMap((path, ring) => {
    const before = paths.slice(0, ring).reduce((sum, { length }) => sum + length - (kind === '面' ? 1 : 0), 0);
    return path.map(([easting = 0, northing = 0], index) => {
      const closing = kind === '面' && index === path.length - 1;
      const number = before + (closing ? 0 : index) + 1;
      return `J${number},${ring + 1},${northing.toFixed(3)},${easting.toFixed(3)}`;
    });
  });
  const field = (value: string): string => value.replaceAll(/[,，\r\n@]/gu, ' ').trim();
  const text = (key: string): string => field(attributeText(attributes, key));
  const hectares = (areaM2(geometry, project) / 10_000).toFixed(4);
  const own = [text('地块编号'), field(name ?? ''), kind, text('图幅号'), text('地块用途'), text('地类编码')];
  return [`${points.length},${hectares},${own.join(',')},@`, ...points];
}

/** Area on the plane: outlines less their holes. */
function areaM2(geometry: PlanGeometry, project: Project): number {
  const polygons =
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
  const ringM2 = (ring: readonly (readonly number[])[]): number => Math.abs(signedArea(ring.map(project)));
  return polygons.reduce(
    (sum, [outline = [], ...holes]) => sum + ringM2(outline) - holes.reduce((all, hole) => all + ringM2(hole), 0),
    0,
  );
}
