import type { PlanGeometry } from '../../contract/features';
import type { Bbox, LngLat } from '../../contract/place';
import type { ExtractResult } from '../../extract/extract';
import type { PlanData } from '../../extract/plan-asker';
import type { InputFile, ListShape, SystemChoice } from '../../importers/imported';
import { pastedFile } from '../../importers/pasted';
import { AnswersAhead, withChoice } from './answers-ahead';
import type { FileReport, Reply, SiteRow } from './check-messages';
import type { DrawShape } from '../../state/map-surface';
import type { CheckWorker, OpenWorker } from './open-worker';

/** How a site came onto the desk. */
type Origin = 'files' | 'paste' | 'drawing' | 'spot' | 'link';

/** What was handed in at once, and what became of it. */
export interface Source {
  key: number;
  origin: Origin;
  files: readonly InputFile[];
  listShape: ListShape | null;
  chosen: Readonly<Record<string, SystemChoice>>;
  /** `waiting` for the data of the plan. */
  state: 'waiting' | 'running' | 'done' | 'stopped' | 'broken';
  reports: readonly FileReport[];
  total: number;
  rows: readonly SiteRow[];
  /** Why it broke, for who reports it. */
  message: string;
}

/** A drawing that is not finished. */
export interface Begun {
  shape: DrawShape;
  corners: readonly LngLat[];
}

/** The row that is open, and its answer once it is there. */
interface OpenSite {
  source: number;
  id: string;
  row: SiteRow;
  result: ExtractResult | null;
}

export interface CheckState {
  sources: readonly Source[];
  open: OpenSite | null;
  /** All sites that are answered, where there are several; the same list until one source comes to its end or goes. */
  settled: readonly PlanGeometry[];
  /** What stands in the field for pasting. */
  draft: string;
  begun: Begun | null;
}

/** A plan as the worker needs it. */
export interface CheckPlan {
  data: PlanData;
  dataSha256: string;
  coverage: Bbox;
}

export interface CheckSession {
  get: () => CheckState;
  subscribe: (listener: () => void) => () => void;
  /** Hands the plan over when its data has come; whatever waits for it starts. */
  setPlan: (plan: CheckPlan) => void;
  addFiles: (files: readonly InputFile[]) => void;
  addText: (text: string, name: string, shape: ListShape) => void;
  /** A geometry in WGS-84; a drawing takes the place of the drawing before. */
  addGeometry: (origin: 'drawing' | 'spot' | 'link', geometry: PlanGeometry, name: string) => void;
  choose: (source: number, file: string, choice: SystemChoice) => void;
  stop: () => void;
  again: (source: number) => void;
  remove: (source: number) => void;
  openRow: (source: number, row: SiteRow) => void;
  close: () => void;
  write: (draft: string) => void;
  draw: (begun: Begun | null) => void;
}

/** A source of which nothing is known yet. */
export function freshSource(given: Pick<Source, 'key' | 'origin' | 'files' | 'listShape' | 'chosen'>): Source {
  return { ...given, state: 'waiting', reports: [], total: 0, rows: [], message: '' };
}

/** Answers that are still coming in would be drawn anew at every batch, so they wait for the last. */
function settledSites(
  before: readonly Source[],
  sources: readonly Source[],
  settled: readonly PlanGeometry[],
): readonly PlanGeometry[] {
  const isSettled = ({ state }: Source): boolean => state === 'done' || state === 'stopped';
  const [old, next] = [before.filter(isSettled), sources.filter(isSettled)];
  if (old.length === next.length && old.every((one, index) => one.rows === next[index]?.rows)) return settled;
  const rows = next.flatMap((source) => source.rows);
  return rows.length > 1 ? rows.map(({ site }) => site.geometry) : [];
}

/** The sites on the desk and their answers. It outlives the pane that shows it. */
export function createCheckSession(open: OpenWorker, now: () => string, before?: Partial<CheckState>): CheckSession {
  let state: CheckState = { sources: [], open: null, settled: [], draft: '', begun: null, ...before };
  let plan: CheckPlan | null = null;
  let worker: CheckWorker | null = null;
  let keys = Math.max(0, ...state.sources.map(({ key }) => key));
  let extractJob = 0;
  const ahead = new AnswersAhead();
  const listeners = new Set<() => void>();

  const set = (change: Partial<CheckState>): void => {
    const { sources, settled } = { ...state, ...change };
    state = { ...state, ...change, settled: settledSites(state.sources, sources, settled) };
    listeners.forEach((listener) => listener());
  };
  const change = (key: number, make: (source: Source) => Partial<Source>): void =>
    set({ sources: state.sources.map((one) => (one.key === key ? { ...one, ...make(one) } : one)) });

  const workerOf = (ready: CheckPlan): CheckWorker => {
    if (worker) return worker;
    worker = open(hear, (message) => {
      worker = null;
      ahead.forget();
      const running = state.sources.map((one) =>
        one.state === 'running' ? { ...one, state: 'broken' as const, message } : one,
      );
      set({ sources: running });
    });
    worker.ask({ kind: 'plan', data: ready.data, dataSha256: ready.dataSha256 });
    return worker;
  };

  const askOf =
    (ready: CheckPlan, { files, listShape }: Source) =>
    (job: number, chosen: Source['chosen']): void => {
      const options = { coverage: ready.coverage, chosen, ...(listShape && { listShape }) };
      workerOf(ready).ask({ kind: 'check', job, files, options, created: now() });
    };

  const hear = (reply: Reply): void => {
    if (ahead.hear(reply)) return;
    if (reply.kind === 'extract') {
      if (state.open && reply.job === extractJob) set({ open: { ...state.open, result: reply.result } });
      return;
    }
    const source = state.sources.find(({ key }) => key === reply.job);
    if (source?.state !== 'running') return;
    if (reply.kind === 'read') change(source.key, () => ({ reports: reply.reports, total: reply.total }));
    if (reply.kind === 'rows') change(source.key, ({ rows }) => ({ rows: [...rows, ...reply.rows] }));
    if (reply.kind === 'broken') change(source.key, () => ({ state: 'broken', message: reply.message }));
    if (reply.kind === 'done') finish(source, {}, reply.only);
  };

  const start = (key: number): void => {
    const source = state.sources.find((one) => one.key === key);
    if (!source) return;
    if (!plan) {
      change(key, () => ({ state: 'waiting' }));
      return;
    }
    ahead.forget(key);
    change(key, () => ({ state: 'running', reports: [], rows: [], total: 0, message: '' }));
    askOf(plan, source)(key, source.chosen);
  };

  const add = (origin: Origin, files: readonly InputFile[], listShape: ListShape | null = null): void => {
    keys += 1;
    const source = freshSource({ key: keys, origin, files, listShape, chosen: {} });
    set({ sources: [source, ...state.sources] });
    start(source.key);
  };

  /** What is still to be answered about another row is not heard any more. */
  const show = (source: number, row: SiteRow, result: ExtractResult | null, also: Partial<CheckState> = {}): void => {
    extractJob += 1;
    set({ ...also, open: { source, id: row.site.id, row, result } });
  };

  /** A source has come to its end; told in one go, so that the page is drawn once. */
  const finish = (source: Source, last: Partial<Source>, only: ExtractResult | null): void => {
    const next: Source = { ...source, ...last, state: 'done' };
    const sources = state.sources.map((one) => (one === source ? next : one));
    // The answer about one site is what was asked for.
    const [row, ...more] = next.rows;
    if (row && more.length === 0) show(source.key, row, only, { sources });
    else set({ sources });
    ahead.forget(source.key);
    if (plan) ahead.prepare(next, askOf(plan, next));
  };

  const openRow = (source: number, row: SiteRow): void => {
    show(source, row, null);
    if (plan) workerOf(plan).ask({ kind: 'extract', job: extractJob, site: row.site, created: now() });
  };

  const remove = (key: number): void => {
    ahead.forget(key);
    set({
      sources: state.sources.filter((one) => one.key !== key),
      open: state.open?.source === key ? null : state.open,
    });
  };

  return {
    get: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    setPlan: (next) => {
      plan = next;
      ahead.forget();
      worker?.end();
      worker = null;
      for (const { key, state: at } of state.sources) if (at === 'waiting' || at === 'running') start(key);
    },
    addFiles: (files) => {
      if (files.length > 0) add('files', files);
    },
    addText: (text, name, shape) => {
      if (text.trim() !== '') add('paste', [pastedFile(text, name)], shape);
    },
    addGeometry: (origin, geometry, name) => {
      const feature = { type: 'Feature', properties: {}, geometry };
      const files = [{ name, bytes: new TextEncoder().encode(JSON.stringify(feature)) }];
      const old = origin === 'drawing' ? state.sources.find((one) => one.origin === 'drawing') : undefined;
      if (old) remove(old.key);
      add(origin, files);
    },
    choose: (key, file, choice) => {
      const source = state.sources.find((one) => one.key === key);
      if (!source) return;
      const chosen = withChoice(source, file, choice);
      const ready = ahead.take(source, chosen, now());
      if (ready) {
        const { only, ...known } = ready;
        finish(source, { ...known, chosen, message: '' }, only);
        return;
      }
      change(key, () => ({ chosen }));
      start(key);
    },
    stop: () => {
      ahead.forget();
      worker?.end();
      worker = null;
      set({ sources: state.sources.map((one) => (one.state === 'running' ? { ...one, state: 'stopped' } : one)) });
    },
    again: start,
    remove,
    openRow,
    close: () => set({ open: null }),
    write: (draft) => set({ draft }),
    draw: (begun) => set({ begun }),
  };
}
