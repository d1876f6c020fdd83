import * as v from 'valibot';

const HttpsOrLocalSchema = v.pipe(
  v.string(),
  v.regex(/^https:\/\/|^http:\/\/(localhost|127\.0\.0\.1)[:/]/u, 'an https address'),
);

/**
 * `public/config.json`: what whoever runs the site may set. `baseMap` is the online base map that visitors can switch
 * on; nothing is asked of its server before they do.
 */
export const ConfigSchema = v.strictObject({
  /** Address of the site, for what has to name it in full: canonical links, the sitemap. `null` where it is not known. */
  site: v.optional(v.nullable(v.pipe(HttpsOrLocalSchema, v.regex(/^[^?#]*\/$/u, 'a slash at its end'))), null),
  baseMap: v.nullable(
    v.union([
      /** Raster tiles in Web Mercator. */
      v.strictObject({
        tiles: v.pipe(v.array(HttpsOrLocalSchema), v.minLength(1)),
        attribution: v.string(),
        maxzoom: v.optional(v.number()),
      }),
      /** A key for 天地图; its Web Mercator sets (`…_w`) are used. */
      v.strictObject({ tianditu: v.pipe(v.string(), v.regex(/^[0-9a-zA-Z]+$/u)) }),
      /** A MapLibre style; its areas, lines and pictures are used, its labels are not. */
      v.strictObject({ style: HttpsOrLocalSchema, attribution: v.string() }),
    ]),
  ),
});
export type Config = v.InferOutput<typeof ConfigSchema>;
export type BaseMapConfig = NonNullable<Config['baseMap']>;

const TIANDITU_SERVERS = ['0', '1', '2', '3'];

/** Address templates of the raster sets of a base map, the lowest set first; none for a style. */
export function rasterSets(config: BaseMapConfig): string[][] {
  if ('tiles' in config) return [config.tiles];
  if (!('tianditu' in config)) return [];
  return ['vec_w', 'cva_w'].map((set) =>
    TIANDITU_SERVERS.map(
      (server) => `https://t${server}.tianditu.gov.cn/DataServer?T=${set}&x={x}&y={y}&l={z}&tk=${config.tianditu}`,
    ),
  );
}

/** Words that the base map wants on the map. */
export function baseAttribution(config: BaseMapConfig): string {
  return 'tianditu' in config ? '天地图' : config.attribution;
}

/** Origins that a page with this base map may ask, for its content security policy. */
export function originsOf(config: BaseMapConfig | null): string[] {
  if (!config) return [];
  const addresses = 'style' in config ? [config.style] : rasterSets(config).flat();
  return [...new Set(addresses.map((address) => new URL(address.replaceAll(/[{}]/gu, '0')).origin))];
}

/** A foreign MapLibre style, as far as it is taken over; the map itself checks each layer. */
export const ForeignStyleSchema = v.object({
  sources: v.record(
    v.string(),
    v.pipe(
      v.looseObject({ type: v.string() }),
      v.check(({ encoding }) => encoding !== 'mlt', 'tiles in MLT are not read here, only MVT'),
    ),
  ),
  layers: v.array(v.looseObject({ id: v.string(), type: v.string(), source: v.optional(v.string()) })),
});
export type ForeignStyle = v.InferOutput<typeof ForeignStyleSchema>;
