import { useQueries, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';

import type { BaseMapConfig } from './contract/config';
import { type DrawnFile, FIRST_FILES } from './contract/features';
import { drawnQuery, foreignStyleQuery } from './data/queries';
import type { Result } from './data/result';
import { type BaseMap, rasterBaseMap, styleBaseMap } from './map/base-map';
import { MapView } from './map/map-view';
import { DARK, LIGHT } from './map/palette';
import type { MapPaneProps } from './ui/map-pane';
import { useAfterPaint } from './ui/shared/use-after-paint';

/** Joins the desk to the map: what the desk shows becomes the input of the style. Loaded after the text. */
export function MapPane(props: MapPaneProps): React.JSX.Element {
  const {
    dark,
    lang,
    hidden,
    focus,
    selected,
    plan,
    data: all,
    tiles,
    near,
    site,
    texts,
    base: config,
    frame,
    at,
    padding,
    awaiting = false,
    ...rest
  } = props;
  const base = useBaseMap(config, rest.onBaseFault);
  const first = useFirst(plan);
  const [late, setLate] = useState(false);
  const onStyled = useCallback(() => setTimeout(() => setLate(true), SOON_MS), []);
  const data = awaiting ? (late ? first : NOTHING) : all;
  const style = useMemo(
    () => ({ palette: dark ? DARK : LIGHT, lang, hidden, focus, selected, data, tiles, near, site, base }),
    [dark, lang, hidden, focus, selected, data, tiles, near, site, base],
  );
  // That nothing is awaited comes with what was, or the map would be ready with nothing on it.
  const view = useMemo(() => ({ style, frame, at, padding, awaiting }), [style, frame, at, padding, awaiting]);
  // The map takes a good part of a second on a phone to follow; the card and the text do not wait for it.
  const followed = useAfterPaint(view);
  // What was awaited has kept it waiting already.
  const shown = followed.awaiting ? view : followed;
  const labels = {
    zoomIn: texts.zoomIn,
    zoomOut: texts.zoomOut,
    resetNorth: texts.resetNorth,
    mapTitle: texts.access.mapTitle,
  };
  return <MapView {...rest} {...shown} texts={labels} onStyled={onStyled} />;
}

const NOTHING = Object.freeze({});
/** What comes this soon after the map can draw is drawn at once and not part by part. */
const SOON_MS = 300;

/**
 * Lines and points as soon as they are here, for a map that waits for the rest: where that is long in coming, names are
 * lettered and the programs that draw them made meanwhile. Nobody sees it yet, and the desk need not know.
 */
function useFirst(plan: string | null): MapPaneProps['data'] {
  return useQueries({
    queries: plan === null ? [] : FIRST_FILES.map((name) => ({ ...drawnQuery(plan, name), enabled: false })),
    combine: firstOf,
  });
}

function firstOf([lines, points]: readonly { data: Result<DrawnFile> | undefined }[]): MapPaneProps['data'] {
  return lines?.data?.ok && points?.data?.ok ? { lines: lines.data.value, points: points.data.value } : NOTHING;
}

function useBaseMap(config: BaseMapConfig | null, onFault: () => void): BaseMap | null {
  const url = config && 'style' in config ? config.style : null;
  const { data: style } = useQuery(foreignStyleQuery(url));
  const failed = url !== null && style?.ok === false;
  useEffect(() => {
    if (failed) onFault();
  }, [failed, onFault]);
  return useMemo(() => {
    if (!config) return null;
    if (!('style' in config)) return rasterBaseMap(config);
    return style?.ok ? styleBaseMap(style.value) : null;
  }, [config, style]);
}
