import { useMemo } from 'react';

import { MapView } from './map/map-view';
import { DARK, LIGHT } from './map/palette';
import type { MapPaneProps } from './ui/map-pane';

/** Joins the desk to the map: what the desk shows becomes the input of the style. Loaded after the text. */
export function MapPane({
  dark,
  lang,
  hidden,
  focus,
  selected,
  data,
  texts,
  ...rest
}: MapPaneProps): React.JSX.Element {
  const style = useMemo(
    () => ({ palette: dark ? DARK : LIGHT, lang, hidden, focus, selected, data }),
    [dark, lang, hidden, focus, selected, data],
  );
  const labels = {
    zoomIn: texts.zoomIn,
    zoomOut: texts.zoomOut,
    resetNorth: texts.resetNorth,
    mapTitle: texts.mapLabel,
  };
  return <MapView {...rest} style={style} texts={labels} />;
}
