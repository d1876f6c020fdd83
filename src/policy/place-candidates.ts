import type { Division } from '../contract/plan';
import { articleNumberOf } from './article-tree';

/** A name that a gazetteer knows, and whose it is. */
export interface KnownName {
  text: string;
  plan: string;
  place: string;
  /** Whether the gazetteer knows where it is. */
  located: boolean;
}

/** What of a text may be a place. */
export interface PlaceCandidate {
  /** Verbatim. */
  text: string;
  count: number;
  articles: number[];
  /** The first division that has it. */
  division: string;
  /** What the word's end says it is. */
  kind: CandidateKind;
  /** Places of shipped gazetteers with this very name, the located first. */
  known: KnownName[];
}

/** Endings of names, and what they are names of. Longer endings come first. */
const ENDINGS = [
  [
    'area',
    ['自治县', '开发区', '示范区', '保护区', '度假区', '街道', '片区', '新区', '新城', '园区', '社区', '老城', '港区'],
  ],
  ['line', ['绕城高速', '高速公路', '铁路', '环路', '大道', '大街', '号线', '绿道', '高速', '隧道', '大桥', '运河']],
  ['point', ['枢纽', '水库', '机场', '车站', '码头', '公园', '广场', '工程', '电站', '医院', '口岸', '遗址', '中心']],
  ['area', ['区', '县', '市', '镇', '乡', '村', '湖', '岛', '湾', '港']],
  ['line', ['路', '街', '巷', '线', '河', '江', '渠', '桥']],
  ['point', ['站', '厂', '山']],
] as const;
type CandidateKind = (typeof ENDINGS)[number][0] | 'named';

/** Words that stand before a name and are no part of it. */
const BEFORE =
  /(?:建设(?![路街大])|改造|修建|新建|扩建|续建|改建|迁建|建成|打造|推进|推动|加快|加强|支持|提升|改善|守住|改扩建|设立|强化|统筹|构建|完善|实施|开展|启动|优化|保护|治理|整治|开通|打通|连接|贯通|延伸|布局|规划|位于|包括|涉及|围绕|沿着|依托|形成|发展|培育|引导|鼓励|关于|研究|关闭|改由|以及|或者|其中|范围|完成|年底前|底前|办法|适用于|所称|规范|干流|支流|有关|现有|配建|的|和|与|及|在|自(?![治然])|把|将|从|到|至|由|对|为|向|以|等|是|各|该|本|全|使|让|经|沿)/gu;
/** Words with such an ending that name nothing. */
const NAMELESS =
  /^(?:地区|城区|市区|郊区|辖区|园区|片区|新区|社区|景区|街区|分区|全区|小区|各区|灾区|山区|道路|公路|铁路|高速|大道|线路|路线|一线|沿线|岸线|红线|底线|主线|干线|支线|管线|专线|在线|生产线|工程|重点工程|基础工程|系统工程|城市|全市|省市|州市|上市|县市|超市|区县|各县|全县|全镇|乡镇|村镇|农村|全村|城镇|城乡|农业农村|行政区|中心|车站|站|机场|公园|广场|水库|枢纽|医院|绿道|隧道|大桥|江河|河湖|湖泊|出路|思路|一路|开发区|示范区|保护区|试验区|功能区|基地|市|县|区|路|线|河|湖|镇|乡|村|桥|山|港|厂|街)$/u;
/** Titles of laws and plans, which name no place of their own. */
const TITLE = /《[^》]*》/gu;
const RUN = /[\p{Script=Han}A-Za-z0-9]+/gu;
const LONGEST = 14;

const ENGLISH =
  /\b(?:[A-Z][\p{L}'’-]+\s+){1,4}(River|Road|Street|Avenue|Lake|District|County|Town|Park|Line|Bridge|Quay|Harbour|Harbor|Port|Station|Airport|Tunnel|Island|Bay|Canal|Reservoir|Area|Works|Pier|Meadow|Common|Wood|Hill|Green|Square|Lane|Way)\b/gu;
const ENGLISH_LINES = new Set(['River', 'Road', 'Street', 'Avenue', 'Line', 'Bridge', 'Tunnel', 'Canal']);
const ENGLISH_AREAS = new Set([
  'Lake',
  'District',
  'County',
  'Town',
  'Park',
  'Island',
  'Bay',
  'Area',
  'Harbour',
  'Harbor',
  'Port',
]);

/**
 * What of a document may be a place: the names that gazetteers know, and words that end as names do. A list to work
 * through, not an answer: words run together in Chinese, and a pattern cuts some of them wrong.
 */
export function placeCandidates(divisions: readonly Division[], known: readonly KnownName[]): PlaceCandidate[] {
  const found = new Map<string, PlaceCandidate>();
  const byText = new Map<string, KnownName[]>();
  for (const name of known) if (name.text.length > 1) byText.set(name.text, [...(byText.get(name.text) ?? []), name]);
  const byFirst = new Map<string, string[]>();
  for (const text of byText.keys()) byFirst.set(text.charAt(0), [...(byFirst.get(text.charAt(0)) ?? []), text]);

  const note = (text: string, kind: CandidateKind, division: Division): void => {
    const article = articleNumberOf(division.id);
    const before = found.get(text);
    if (!before) {
      const names = (byText.get(text) ?? []).toSorted((a, b) => Number(b.located) - Number(a.located));
      const articles = article === null ? [] : [article];
      found.set(text, { text, count: 1, articles, division: division.id, kind, known: names });
      return;
    }
    before.count += 1;
    if (article !== null && !before.articles.includes(article)) before.articles.push(article);
  };
  for (const division of divisions) {
    if (division.kind === 'head') continue;
    for (const [text, kind] of [
      ...namesIn(division.text, byFirst),
      ...endingsIn(division.text),
      ...englishIn(division.text),
    ].filter(([name], index, all) => all.findIndex(([other]) => other === name) === index)) {
      note(text, kind, division);
    }
  }
  return [...found.values()].toSorted(
    (a, b) =>
      Number(b.known.length > 0) - Number(a.known.length > 0) || b.count - a.count || b.text.length - a.text.length,
  );
}

/** Names of the gazetteers, the longest at each spot. */
function* namesIn(text: string, byFirst: ReadonlyMap<string, readonly string[]>): Generator<[string, CandidateKind]> {
  for (let at = 0; at < text.length; at += 1) {
    const longest = (byFirst.get(text.charAt(at)) ?? [])
      .filter((name) => text.startsWith(name, at))
      .toSorted((a, b) => b.length - a.length)[0];
    if (longest === undefined) continue;
    yield [longest, kindOf(longest) ?? 'named'];
    at += longest.length - 1;
  }
}

function* endingsIn(text: string): Generator<[string, CandidateKind]> {
  for (const [run] of text.replaceAll(TITLE, '，').matchAll(RUN)) {
    for (const piece of run.split(BEFORE)) {
      let from = 0;
      for (const [end, kind] of endsOf(piece)) {
        const name = piece.slice(from, end).replace(/^[0-9]+(?:年|月|日|个|条|处|座)?(?!号)/u, '');
        // 站前路 begins with what ends other names.
        if (end - from === 1) continue;
        from = end;
        if (name.length > 1 && name.length <= LONGEST && !NAMELESS.test(name)) yield [name, kind];
      }
    }
  }
}

/** Where names end in a piece of text; a longer ending covers the shorter ones in it. */
function endsOf(piece: string): [number, CandidateKind][] {
  const ends = new Map<number, CandidateKind>();
  const inner = new Set<number>();
  const long = new Set<number>();
  const starts = new Set<number>();
  for (const [kind, endings] of ENDINGS) {
    for (const ending of endings) {
      for (let at = piece.indexOf(ending); at >= 0; at = piece.indexOf(ending, at + 1)) {
        const end = at + ending.length;
        if (!inner.has(end) && !ends.has(end)) ends.set(end, kind);
        if (ending.length > 1) {
          long.add(end);
          starts.add(at);
        }
        for (let within = at + 1; within < end; within += 1) inner.add(within);
      }
    }
  }
  const all = [...ends].filter(([end]) => !inner.has(end)).toSorted(([a], [b]) => a - b);
  // 东湖片区 and 老城片区 are one name each: a lake, road or hill in front of a longer ending is part of it, and so is a
  // longer ending that it follows at once.
  return all.filter(([end], index) =>
    long.has(end) ? !starts.has(end) : !all.slice(index + 1).some(([later]) => long.has(later)),
  );
}

function* englishIn(text: string): Generator<[string, CandidateKind]> {
  for (const [whole, ending = ''] of text.matchAll(ENGLISH)) {
    const name = whole.replace(/^(?:The|This|That|In|At|Of|On|To|From|And|Each|All)\s+/u, '');
    yield [name, ENGLISH_LINES.has(ending) ? 'line' : ENGLISH_AREAS.has(ending) ? 'area' : 'point'];
  }
}

function kindOf(name: string): CandidateKind | undefined {
  return ENDINGS.find(([, endings]) => endings.some((ending) => name.endsWith(ending)))?.[0];
}
