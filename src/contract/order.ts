/**
 * Order of ids, days and other words that stand for themselves: by their characters, the same everywhere. To compare by
 * the rules of a language takes a phone a tenth of a second when it is done for the first time.
 */
export function byCharacters(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
