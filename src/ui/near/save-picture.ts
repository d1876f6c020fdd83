import { saveFile } from '../shared/save-file';
import type { CardDesk, CardQuestion } from './card/card-content';
import type * as Card from './card/draw-card';

/** Draws the answer and hands it to the browser as a file. What draws is loaded now, as few will ask for it. */
export async function savePicture(question: CardQuestion, desk: CardDesk): Promise<'saved' | 'missing' | 'failed'> {
  const card = await loadCard();
  if (!card) return 'missing';
  const picture = await drawn(card.drawCard(question, desk));
  if (!picture) return 'failed';
  saveFile(picture, `${desk.t.near.card.file}-${desk.today}.png`);
  return 'saved';
}

async function loadCard(): Promise<typeof Card | null> {
  try {
    return await import('./card/draw-card');
  } catch (error) {
    // The network, or a newer version of the site; the visitor is told.
    console.warn(error);
    return null;
  }
}

async function drawn(card: Promise<Blob | null>): Promise<Blob | null> {
  try {
    return await card;
  } catch (error) {
    // A fault of ours; the visitor is told that there is no picture.
    console.error(error);
    return null;
  }
}
