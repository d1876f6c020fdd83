/** What a page says to a service worker that waits: its visitor wants the new version now. */
export const TAKE_OVER = 'tuce:take-over';
