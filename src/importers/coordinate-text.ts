/** One angle or length as it was written: degrees, or degrees and minutes, or all three; or plain numbers in a row. */
export interface NumberGroup {
  numbers: readonly number[];
  /** Written with a minus sign before the first number. */
  negative: boolean;
  /** `N`, `北纬`, `lat` and the like; `null` if nothing says which axis it is. */
  axis: 'lat' | 'lng' | null;
  /** South or west. */
  mirrored: boolean;
  /** Degree, minute or second marks, or colons, stand between the numbers. */
  marked: boolean;
  /** Sure to be meant as a coordinate, even amid other words. */
  strong: boolean;
  start: number;
  end: number;
}

/** A text in plain letters, digits and signs: one way to write the many that hands and keyboards know. */
export function plainOf(text: string): string {
  return text
    .replaceAll(/[º˚∘⁰]/gu, '°')
    .normalize('NFKC')
    .replaceAll(/[−–—]/gu, '-')
    .replaceAll(/[‘’´`′ʹ]/gu, "'")
    .replaceAll(/[“”″]/gu, '"')
    .replaceAll("''", '"');
}

type Token =
  | { kind: 'number'; value: number; decimals: number; negative: boolean }
  | { kind: 'axis'; axis: 'lat' | 'lng'; mirrored: boolean }
  | { kind: 'mark' }
  | { kind: 'degree' }
  | { kind: 'colon' }
  | { kind: 'space' }
  | { kind: 'break' }
  | { kind: 'filler' }
  | { kind: 'word' };
type Placed = Token & { start: number; end: number };

const AXES: ReadonlyMap<string, Token> = new Map(
  (
    [
      ['lat', false, ['n', 'lat', 'latitude', 'north', '北纬', '纬度', '北', '纬']],
      ['lat', true, ['s', 'south', '南纬', '南']],
      ['lng', false, ['e', 'lng', 'lon', 'long', 'longitude', 'east', '东经', '经度', '东', '经']],
      ['lng', true, ['w', 'west', '西经', '西']],
    ] as const
  ).flatMap(([axis, mirrored, words]) => words.map((word) => [word, { kind: 'axis', axis, mirrored }] as const)),
);
/** X and Y say nothing: the trades disagree which is north. */
const FILLERS = new Set(['x', 'y', 'b', 'l', 'z', 'h', 'm', '坐标', '米', '横', '纵', '高程', '位置']);
const MARKS: ReadonlyMap<string, Token> = new Map<string, Token>([
  ['°', { kind: 'degree' }],
  ['度', { kind: 'degree' }],
  ["'", { kind: 'mark' }],
  ['"', { kind: 'mark' }],
  ['分', { kind: 'mark' }],
  ['秒', { kind: 'mark' }],
  [':', { kind: 'colon' }],
]);

const PIECES =
  /(?<number>\d{1,20}(?:\.\d{0,20})?|\.\d{1,20})|(?<latin>[a-z]+)|(?<han>[东西]经|[南北]纬|[经纬]度|坐标|高程|位置|[东西南北经纬横纵](?=[:= ]?\d)|米)|(?<mark>[°度'"分秒:])|(?<space>[ \t\u00a0]+)|(?<break>[,;、。/|()[\]{}=\n\r]|-|\+)|(?<other>[^\d])/giu;

function tokenOf(groups: Readonly<Record<string, string | undefined>>, before: string, inNumbers: boolean): Token {
  const { number, latin, han, mark, space } = groups;
  if (number !== undefined) {
    return {
      kind: 'number',
      value: Number(number),
      decimals: number.split('.')[1]?.length ?? 0,
      negative: before === '-',
    };
  }
  if (latin !== undefined) {
    const word = latin.toLowerCase();
    if (word === 'd' && inNumbers) return { kind: 'degree' };
    return AXES.get(word) ?? { kind: FILLERS.has(word) ? 'filler' : 'word' };
  }
  if (han !== undefined) return AXES.get(han) ?? { kind: 'filler' };
  if (mark !== undefined) return MARKS.get(mark) ?? { kind: 'mark' };
  if (space !== undefined) return { kind: 'space' };
  return { kind: groups['break'] === undefined ? 'word' : 'break' };
}

function tokensOf(plain: string): Placed[] {
  const tokens: Placed[] = [];
  // +25.04-102.71 of ISO 6709
  const signed = /^\s*[-+]\d/u.test(plain);
  let before = '';
  for (const match of plain.matchAll(PIECES)) {
    const last = tokens.at(-1)?.kind;
    const token = tokenOf(match.groups ?? {}, before, last === 'number');
    // a minus sign that touches a number on its left is a dash
    const dash = !signed && match[0] === '-' && (last === 'number' || last === 'mark' || last === 'degree');
    before = dash ? '' : match[0];
    tokens.push({ ...token, start: match.index, end: match.index + match[0].length });
  }
  return tokens;
}

type Open = Omit<NumberGroup, 'numbers' | 'strong'> & { numbers: number[]; decimals: number };
type Axis = Extract<Placed, { kind: 'axis' }>;

const MAX_GROUP = 6;

function opened(token: Extract<Placed, { kind: 'number' }>, axis: Axis | null): Open {
  return {
    numbers: [token.value],
    decimals: token.decimals,
    negative: token.negative,
    axis: axis?.axis ?? null,
    mirrored: axis?.mirrored ?? false,
    marked: false,
    start: axis?.start ?? token.start,
    end: token.end,
  };
}

/**
 * Finds the numbers of a plain text that could be a position, with what stands around them: `东经102°42'32"`,
 * `N25 02.436`, `25.04, 102.71`. Amid words that have nothing to do with positions, only what is sure to be meant as
 * one is taken. Time grows with the length of the text, not faster.
 */
export function numbersIn(plain: string): readonly NumberGroup[] {
  const tokens = tokensOf(plain);
  const groups: NumberGroup[] = [];
  let open: Open | null = null;
  let axis: Axis | null = null;
  const close = (): void => {
    if (open) groups.push({ ...open, strong: isStrong(open) });
    open = null;
  };
  const touch = (current: Open, token: Placed): void => {
    current.marked = true;
    current.end = token.end;
  };

  for (const [index, token] of tokens.entries()) {
    const [left, right] = [tokens[index - 1], tokens[index + 1]];
    // for the compiler, which does not see that `close` assigns
    const current = open as Open | null;
    switch (token.kind) {
      case 'number':
        if (current && !token.negative && axis === null && current.numbers.length < MAX_GROUP) {
          current.numbers.push(token.value);
          current.end = token.end;
        } else {
          close();
          open = opened(token, axis);
        }
        axis = null;
        break;
      case 'axis':
        if (isSeconds(token, left, current)) break;
        if (current && current.axis === null && !(left?.kind === 'space' && right?.kind === 'number')) {
          current.axis = token.axis;
          current.mirrored = token.mirrored;
          current.end = token.end;
          close();
        } else {
          close();
          axis = token;
        }
        break;
      case 'degree':
        if (current && current.numbers.length > 1 && left?.kind === 'number') {
          // `25° 102°`: the last number begins an angle of its own
          current.numbers.pop();
          current.end = left.start;
          close();
          open = opened(left, null);
          touch(open, token);
        } else if (current) {
          touch(current, token);
        }
        break;
      case 'mark':
        if (current) touch(current, token);
        break;
      case 'colon':
        if (current && right?.kind === 'number') touch(current, token);
        break;
      case 'break':
      case 'word':
        close();
        break;
      case 'space':
      case 'filler':
        break;
    }
  }
  close();
  return tokens.some(({ kind }) => kind === 'word') ? groups.filter(({ strong }) => strong) : groups;
}

/** The letter of `25d02m26s`, not that of the south. */
function isSeconds(token: Axis, left: Placed | undefined, open: Open | null): boolean {
  return (
    token.axis === 'lat' &&
    token.mirrored &&
    left?.kind === 'number' &&
    open?.marked === true &&
    open.numbers.length === 3
  );
}

/** Marks, a named axis, a fraction such as positions have, or the metres of a zone. */
function isStrong({ marked, axis, decimals, numbers: [first = 0] }: Open): boolean {
  return marked || axis !== null || decimals >= 2 || first >= 1_000_000;
}
