import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
/** Colours that a palette holds, and how many of them are taken as they are: the flat ones of paper, land and water. */
const COLOURS = 256;
const EXACT = 96;

/**
 * Opaque pixels (RGBA) as a PNG of 256 colours: a third of the size of one of all colours, and of a drawn map nobody
 * sees the difference. The most common colours stay as they are, the rest go to the nearest of the common shades.
 */
export function palettePng(pixels: Uint8Array, width: number, height: number): Uint8Array {
  const count = new Map<number, number>();
  const colours = new Uint32Array(width * height);
  for (let at = 0; at < colours.length; at += 1) {
    const colour = ((pixels[at * 4] ?? 0) << 16) | ((pixels[at * 4 + 1] ?? 0) << 8) | (pixels[at * 4 + 2] ?? 0);
    colours[at] = colour;
    count.set(colour, (count.get(colour) ?? 0) + 1);
  }
  const palette = paletteOf(count);
  const nearest = new Map<number, number>();
  for (const colour of count.keys()) nearest.set(colour, nearestTo(colour, palette));
  // A row begins with its filter, which is none: neighbours in a palette have nothing to do with each other.
  const rows = new Uint8Array((width + 1) * height);
  for (let at = 0; at < colours.length; at += 1)
    rows[at + Math.floor(at / width) + 1] = nearest.get(colours[at] ?? 0) ?? 0;
  const header = new DataView(new ArrayBuffer(13));
  header.setUint32(0, width);
  header.setUint32(4, height);
  // Eight bits for the number of a colour in a palette.
  header.setUint8(8, 8);
  header.setUint8(9, 3);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', new Uint8Array(header.buffer)),
    chunk('PLTE', Uint8Array.from(palette.flatMap(channels))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', new Uint8Array()),
  ]);
}

function channels(colour: number): [red: number, green: number, blue: number] {
  return [colour >> 16, (colour >> 8) & 255, colour & 255];
}

function paletteOf(count: ReadonlyMap<number, number>): number[] {
  const common = [...count].toSorted(([one, a], [other, b]) => b - a || one - other);
  const exact = common.slice(0, EXACT).map(([colour]) => colour);
  /** Shades that are alike, with the sums of their channels and how many pixels have them. */
  const shades = new Map<number, [red: number, green: number, blue: number, pixels: number]>();
  for (const [colour, pixels] of common.slice(EXACT)) {
    const [red, green, blue] = channels(colour);
    const key = ((red >> 4) << 8) | ((green >> 4) << 4) | (blue >> 4);
    const [reds, greens, blues, all] = shades.get(key) ?? [0, 0, 0, 0];
    shades.set(key, [reds + red * pixels, greens + green * pixels, blues + blue * pixels, all + pixels]);
  }
  const means = [...shades.values()]
    .toSorted((one, other) => other[3] - one[3])
    .slice(0, COLOURS - exact.length)
    .map(([reds, greens, blues, pixels]) => {
      const [red, green, blue] = [reds, greens, blues].map((sum) => Math.round(sum / pixels));
      return ((red ?? 0) << 16) | ((green ?? 0) << 8) | (blue ?? 0);
    });
  return [...exact, ...means];
}

function nearestTo(colour: number, palette: readonly number[]): number {
  const [red, green, blue] = channels(colour);
  let [best, least] = [0, Infinity];
  for (const [index, other] of palette.entries()) {
    const distance =
      2 * ((other >> 16) - red) ** 2 + 4 * (((other >> 8) & 255) - green) ** 2 + 3 * ((other & 255) - blue) ** 2;
    if (distance < least) [best, least] = [index, distance];
  }
  return best;
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
