import { createRequire } from 'node:module';

import type * as PinyinPro from 'pinyin-pro';

import type { Place } from '../../../src/contract/place';
import type { Reading, SearchData } from '../../../src/contract/search';

/** How the names of every place are read; characters with several readings are read as the words around them ask. */
export function searchData(places: readonly Pick<Place, 'id' | 'name' | 'aliases'>[]): SearchData {
  return {
    readings: Object.fromEntries(
      places.map(({ id, name, aliases }) => [id, [...new Set([name.zh, ...aliases])].map(readingOf)]),
    ),
  };
}

/** Throws if the reader does not give each character its syllable, which would put every mark in the wrong place. */
export function readingOf(name: string): Reading {
  const read = reader().pinyin(name, { toneType: 'none', type: 'array', nonZh: 'spaced', v: true });
  const characters = [...name];
  if (read.length !== characters.length) throw new Error(`“${name}” was read as “${read.join(' ')}”`);
  return {
    name,
    syllables: read.map((syllable) =>
      syllable
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[^a-z0-9]/gu, ''),
    ),
  };
}

/** Loaded with the first name, and with `require`, since most builds have all readings from an earlier one. */
function reader(): Pick<typeof PinyinPro, 'pinyin'> {
  return createRequire(import.meta.url)('pinyin-pro') as typeof PinyinPro;
}
