import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';

import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';

import { initWasm, Resvg } from '@resvg/resvg-wasm';

import { palettePng } from './build-png';
import { UNITS_PER_PX } from './src/map/poster/draw-shapes';

/** Where systems keep fonts that have Chinese, and what those are called. */
const FOLDERS = [
  '/usr/share/fonts',
  '/usr/local/share/fonts',
  join(homedir(), '.local/share/fonts'),
  '/System/Library/Fonts',
  '/Library/Fonts',
  'C:\\Windows\\Fonts',
];
const CHINESE =
  /(?:Noto|Source ?Han)(?:Sans|Serif| Sans| Serif).*(?:CJK|SC).*\.(?:ttc|otf|ttf)$|PingFang|Songti|msyh|simsun|wqy/iu;

/** Another number whenever the same drawing becomes another file, so that what was kept is not taken for it. */
const WRITTEN = 2;

/** Turns drawings into PNGs. */
export interface Painter {
  paint: (svg: string) => Promise<Uint8Array>;
}

/**
 * A painter with the fonts of this machine; `null` where none of them has Chinese, as a picture full of boxes is worse
 * than none. What it has painted once it keeps in `cache`.
 */
export async function findPainter(cache: string): Promise<Painter | null> {
  const fontFiles = await chineseFonts();
  if (fontFiles.length === 0) return null;
  await mkdir(cache, { recursive: true });
  await initWasm(await readFile(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')));
  // Given as bytes they are read once; as files they would be read for every letter.
  const fontBuffers = await Promise.all(fontFiles.map((file) => readFile(file)));
  const how = createHash('sha256').update(`${WRITTEN} ${fontFiles.join()}`).digest('hex').slice(0, 8);
  return {
    paint: async (svg) => {
      const kept = join(cache, `${createHash('sha256').update(svg).digest('hex')}-${how}.png`);
      if (existsSync(kept)) return readFile(kept);
      const drawing = new Resvg(withPlainWidths(svg), {
        font: { fontBuffers, loadSystemFonts: false, defaultFontFamily: 'Noto Sans CJK SC' },
      });
      const picture = drawing.render();
      const png = palettePng(picture.pixels, picture.width, picture.height);
      picture.free();
      drawing.free();
      await writeFile(kept, png);
      return png;
    },
  };
}

/** The painter knows no `vector-effect`: widths that do not scale are written in the units that they are drawn in. */
function withPlainWidths(svg: string): string {
  const scaled = (numbers: string): string =>
    numbers.replaceAll(/[\d.]+/gu, (digits) => String(Number(digits) * UNITS_PER_PX));
  return svg.replaceAll(/<path vector-effect="non-scaling-stroke" [^>]*>/gu, (path) =>
    path
      .replace(' vector-effect="non-scaling-stroke"', '')
      .replaceAll(/(?<= (?:stroke-width|stroke-dasharray)=")[^"]*/gu, scaled),
  );
}

async function chineseFonts(): Promise<string[]> {
  const found = await Promise.all(
    FOLDERS.filter((folder) => existsSync(folder)).map(async (folder) => {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      return entries
        .filter((entry) => entry.isFile() && CHINESE.test(entry.name))
        .map((entry) => join(entry.parentPath, entry.name));
    }),
  );
  const all = found.flat();
  // Every weight of a family of seven takes long to load, and the pictures have two.
  const wanted = all.filter((file) => !/noto|source/iu.test(file) || /-(?:Regular|Bold)\./u.test(file));
  return (wanted.length > 0 ? wanted : all).toSorted();
}
