/** As much of the map as it takes. */
interface Printable {
  redraw: () => unknown;
  getCanvas: () => HTMLCanvasElement;
  getContainer: () => HTMLElement;
}

/**
 * Keeps the map on paper: the print has another width, at which WebGL forgets its picture, so while the page is printed a
 * copy of it stands there (`.map-print`). Returns what ends this.
 */
export function keepForPrint(map: Printable): () => void {
  const copy = document.createElement('canvas');
  copy.className = 'map-print';
  const before = (): void => {
    // What has just been drawn can be read in the same turn.
    map.redraw();
    const { width, height } = map.getCanvas();
    Object.assign(copy, { width, height });
    copy.getContext('2d')?.drawImage(map.getCanvas(), 0, 0);
    map.getContainer().append(copy);
  };
  const after = (): void => copy.remove();
  window.addEventListener('beforeprint', before);
  window.addEventListener('afterprint', after);
  return () => {
    after();
    window.removeEventListener('beforeprint', before);
    window.removeEventListener('afterprint', after);
  };
}
