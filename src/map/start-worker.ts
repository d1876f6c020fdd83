import { prewarm, setWorkerUrl, wholeWorkerUrl, workerUrl } from 'virtual:map-worker';

import { lettersHash } from './letters';

/** A frame in a sandbox has no origin: MapLibre hands its worker over as text, which has nowhere to load the rest from. */
export const inOnePiece = globalThis.origin === 'null';
setWorkerUrl(inOnePiece ? wholeWorkerUrl : workerUrl + lettersHash(document));
// It starts while the rest of the library is on its way and the page makes room for the map, and stays for the next one.
prewarm();
