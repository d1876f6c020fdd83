import { useLayoutEffect, useRef } from 'react';

/** The drawing of the map that the page came with, taken over as it stands. */
export function Poster({ drawing }: { drawing: Element }): React.JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    place.current?.append(drawing);
  }, [drawing]);
  return <div ref={place} />;
}
