/** What came of a share: nothing is said of a visitor who closed the sheet, and a sheet may want to be asked again. */
export type Shared = 'shared' | 'closed' | 'again' | 'failed';

/** Whether the system's sheet takes pictures. */
export function canSharePictures(): boolean {
  const probe = new File([], 'map.png', { type: 'image/png' });
  return 'canShare' in navigator && navigator.canShare({ files: [probe] });
}

/** Hands something to the share sheet of the system. */
export async function share(what: ShareData): Promise<Shared> {
  try {
    await navigator.share(what);
    return 'shared';
  } catch (error) {
    const name = error instanceof DOMException ? error.name : '';
    if (name === 'AbortError') return 'closed';
    // A press of a button counts for a few seconds only, and a picture may take longer to draw.
    if (name === 'NotAllowedError') return 'again';
    console.warn(error);
    return 'failed';
  }
}
