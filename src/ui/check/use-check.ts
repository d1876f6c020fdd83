import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import * as v from 'valibot';

import type { Commitments } from '../../contract/commitment';
import { type Bbox, type Gazetteer, type LngLat, LngLatSchema } from '../../contract/place';
import type { PlanDocument } from '../../contract/plan';
import { manifestQuery } from '../../data/queries';
import type { Result } from '../../data/result';
import { bboxOf, joinBoxes } from '../../spatial/bbox';
import type { Drawing, DrawnSite, DrawShape, DrawTools, SiteMarks } from '../../state/map-surface';
import type { Texts } from '../../text/zh';
import type { DrawnData } from '../shared/desk';
import { useAfterPaint } from '../shared/use-after-paint';
import { type CheckSession, type CheckState, createCheckSession, type Source } from './check-session';
import { keepDraft, readDraft } from './draft';
import { openWorker } from './open-worker';
import { readSite } from './site-link';
import { watched } from './watched';

/** The pen, while it is out. */
export interface Pen {
  shape: DrawShape;
  drawn: DrawnSite;
  /** `null` until the tools have come. */
  tools: DrawTools | null;
}

/** All that the screen for checking a site and its map share. */
export interface Check {
  session: CheckSession;
  state: CheckState;
  /** Whether the data of the plan is here to answer with. */
  data: 'loading' | 'incomplete' | 'complete';
  pen: Pen | null;
  takePen: (shape: DrawShape) => void;
  putPenAway: () => void;
  askSpot: (at: LngLat) => void;
  takeFiles: (files: readonly File[]) => void;
  /** For the map. */
  drawing: Drawing | null;
  marks: SiteMarks | null;
}

interface Setting {
  t: Texts;
  document: PlanDocument;
  gazetteer: Gazetteer | null;
  /** Absent until it is known whether they can be had; answers without them are complete but for later reports. */
  commitments: Result<Commitments> | undefined;
  drawn: DrawnData;
  /** All layer files have been heard of. */
  arrived: boolean;
  fragment: string;
  /** Brings the screen for checking to the front. */
  show: () => void;
  frame: (box: Bbox) => void;
}

const NOTHING_DRAWN: DrawnSite = { geometry: null, corners: 0, canUndo: false };
const NO_COMMITMENTS: Commitments = { commitments: [], progress: [], glossary: [] };

/** Keeps the sites that a visitor asks about, whichever pane is open. */
export function useCheck(setting: Setting): Check {
  const { t, document, gazetteer, commitments, drawn, arrived, show, frame } = setting;
  const [session] = useState(() => {
    const made = createCheckSession(
      watched(openWorker),
      () => new Date().toISOString(),
      readDraft(() => sessionStorage),
    );
    const linked = readSite(setting.fragment);
    if (linked) made.addGeometry('link', linked, t.check.linkName);
    return made;
  });
  const state = useSyncExternalStore(session.subscribe, session.get);
  const wanted = state.sources.length > 0;
  const manifest = useQuery({ ...manifestQuery(document.plan.id), enabled: wanted }).data;
  const hash = manifest === undefined ? undefined : (manifest?.sha256 ?? null);
  const { areas, lines, points } = drawn;
  const known = commitments?.ok ? commitments.value : commitments && NO_COMMITMENTS;
  const complete = gazetteer && areas && lines && points && hash !== undefined;

  useEffect(() => {
    if (!gazetteer || !areas || !lines || !points || !known || hash === undefined) return;
    const covered = gazetteer.places.find((place) => place.id === document.plan.coverage)?.bbox;
    session.setPlan({
      data: { document, gazetteer, commitments: known, drawn: [areas, lines, points] },
      dataSha256: hash ?? '',
      coverage: covered ?? document.plan.frame,
    });
  }, [session, document, gazetteer, known, areas, lines, points, hash]);

  useEffect(() => session.subscribe(() => keepDraft(() => sessionStorage, session.get())), [session]);
  useEffect(() => () => session.stop(), [session]);

  const [pen, setPen] = useState<Pen | null>(() => {
    const { begun } = session.get();
    return begun && { shape: begun.shape, drawn: NOTHING_DRAWN, tools: null };
  });
  const shape = pen?.shape ?? null;
  const drawing = useMemo(
    (): Drawing | null =>
      shape && {
        shape,
        begun: () => session.get().begun?.corners ?? [],
        onTools: (tools) => setPen((before) => before && { ...before, tools }),
        onChange: (now) => {
          setPen((before) => before && { ...before, drawn: now });
          session.draw(now.open && now.open.length > 0 ? { shape, corners: now.open } : null);
          if (now.geometry) session.addGeometry('drawing', now.geometry, t.check.drawnName);
        },
      },
    [shape, session, t],
  );

  const marks = useMarks(state);
  // The map moves when the answer has been drawn.
  const marked = useAfterPaint(marks);
  useEffect(() => {
    const box = marked && pen === null ? boxOf(marked) : null;
    if (box) frame(box);
  }, [marked]);
  useEffect(() => {
    if (setting.fragment && readSite(setting.fragment)) show();
  }, []);

  return {
    session,
    state,
    data: complete ? 'complete' : arrived && (!gazetteer || !areas || !lines || !points) ? 'incomplete' : 'loading',
    pen,
    takePen: (chosen) => setPen({ shape: chosen, drawn: NOTHING_DRAWN, tools: null }),
    putPenAway: () => {
      session.draw(null);
      setPen(null);
    },
    askSpot: (at) => {
      session.addGeometry('spot', { type: 'Point', coordinates: at }, t.check.spotName);
      show();
    },
    takeFiles: (files) => {
      show();
      const read = files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }));
      void Promise.all(read).then(session.addFiles);
    },
    drawing,
    marks,
  };
}

/** What of the session is on the map; the same object until something of it changes. */
function useMarks({ sources, open, settled }: CheckState): SiteMarks | null {
  const current = open?.row.site.geometry ?? null;
  const offered = open ? '[]' : JSON.stringify(sources.flatMap(offersOf));
  return useMemo((): SiteMarks | null => {
    const pins = v.parse(v.array(LngLatSchema), JSON.parse(offered));
    return current || settled.length > 0 || pins.length > 0 ? { current, others: settled, pins } : null;
  }, [settled, current, offered]);
}

function offersOf({ reports }: Source): LngLat[] {
  return reports.flatMap((one) => (one.ok ? [] : one.offers.map(({ at }) => at)));
}

/** Room around a site, so that one sees where it lies: a fifth of it, and no less than some hundred metres. */
function boxOf({ current, others, pins }: SiteMarks): Bbox | null {
  const shapes = current ? [current] : pins.length > 0 ? [] : others;
  const boxes = [
    ...shapes.map(bboxOf),
    ...(shapes.length > 0 ? [] : pins.map(([lng, lat]): Bbox => [lng, lat, lng, lat])),
  ];
  const joined = joinBoxes(boxes);
  if (!joined) return null;
  const [west, south, east, north] = joined;
  const room = Math.max(0.006, 0.2 * Math.max(east - west, north - south));
  return [west - room, south - room, east + room, north + room];
}
