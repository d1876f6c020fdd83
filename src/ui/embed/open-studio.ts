/** What asks the page for the studio. */
export const OPEN_STUDIO = 'tuce:open-studio';

/** Opens the studio for what is on the screen, from wherever a button for it stands. */
export function openStudio(): void {
  window.dispatchEvent(new Event(OPEN_STUDIO));
}
