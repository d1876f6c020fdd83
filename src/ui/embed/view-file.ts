import type { ViewState } from '../../state/view-state';
import type { Subject } from '../page-words';
import type { Desk } from '../shared/desk';
import { viewPicture } from './embed-picture';

/** Times the size of the drawing, or the drawing itself. */
export type PictureFormat = 1 | 2 | 3 | 'svg';

/** A view as a file that the browser can save or share; `null` where it cannot draw. */
export async function viewFile(
  desk: Desk,
  subject: Subject,
  view: ViewState,
  format: PictureFormat,
): Promise<File | null> {
  const svg = viewPicture(desk, subject, view, 'above');
  const blob = format === 'svg' ? new Blob([svg], { type: 'image/svg+xml' }) : await painted(svg, format);
  if (!blob) return null;
  const what = view.place ?? (view.article === null ? desk.plan.id : `${desk.plan.id}-${view.article}`);
  return new File([blob], `${what}.${format === 'svg' ? 'svg' : 'png'}`, { type: blob.type });
}

async function painted(svg: string, scale: number): Promise<Blob | null> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * scale;
  canvas.height = image.naturalHeight * scale;
  const paper = canvas.getContext('2d');
  if (!paper || canvas.width === 0) return null;
  paper.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => {
    canvas.toBlob(resolve, 'image/png');
  });
}
