import type { Lang } from '../../../contract/localized';
import { LIGHT } from '../../../map/palette';
import { type CardContent, cardContent, type CardDesk, type CardQuestion } from './card-content';
import { type CardLayout, cardLayout, COLUMN_PX, type Face } from './card-layout';
import { cardMap } from './card-map';

/** Pixels of the picture a pixel of the layout. */
const SCALE = 2;
/** English takes its letters first from a font whose quotation marks are not as wide as Chinese signs. */
const FAMILIES = {
  zh: {
    serif: '"Source Han Serif SC", "Noto Serif CJK SC", "Songti SC", SimSun, Georgia, serif',
    sans: 'system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
  },
  en: {
    serif: 'Georgia, "Source Han Serif SC", "Noto Serif CJK SC", "Songti SC", SimSun, serif',
    sans: 'system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
  },
};

/** The answer of near-me as a PNG of 1080 pixels width; `null` where the browser cannot draw it. */
export async function drawCard(question: CardQuestion, desk: CardDesk): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  const paper = canvas.getContext('2d');
  const { spot, radiusM } = question;
  const { lang } = desk;
  if (!paper) return null;
  const content: CardContent = cardContent(question, desk);
  const layout = cardLayout(content, (text, face) => {
    paper.font = fontOf(face, lang);
    return paper.measureText(text).width;
  });
  const map = await imageOf(cardMap({ spot, radiusM, focus: content.placeIds, widthPx: COLUMN_PX }, desk));
  if (!map) return null;
  canvas.width = layout.widthPx * SCALE;
  canvas.height = layout.heightPx * SCALE;
  paper.scale(SCALE, SCALE);
  paint(paper, layout, map, lang);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}

function fontOf({ family, weight, sizePx }: Face, lang: Lang): string {
  return `${weight} ${sizePx}px ${FAMILIES[lang][family]}`;
}

function paint(
  paper: CanvasRenderingContext2D,
  { widthPx, heightPx, texts, rules, map }: CardLayout,
  drawn: CanvasImageSource,
  lang: Lang,
): void {
  paper.fillStyle = LIGHT.paper;
  paper.fillRect(0, 0, widthPx, heightPx);
  paper.drawImage(drawn, map.xPx, map.yPx, map.sizePx, map.sizePx);
  paper.strokeStyle = LIGHT.rule;
  paper.strokeRect(map.xPx, map.yPx, map.sizePx, map.sizePx);
  for (const rule of rules) {
    paper.fillStyle = LIGHT[rule.colour];
    paper.fillRect(rule.xPx, rule.yPx, rule.widthPx, rule.thickPx);
  }
  for (const { text, xPx, baselinePx, face } of texts) {
    paper.font = fontOf(face, lang);
    paper.fillStyle = LIGHT[face.colour];
    paper.fillText(text, xPx, baselinePx);
  }
}

/** A drawing as a picture that can be put on a canvas; `null` where the browser cannot read it. */
function imageOf(svg: string): Promise<HTMLImageElement | null> {
  return new Promise((resolve) => {
    const image = new Image();
    image.addEventListener('load', () => resolve(image));
    image.addEventListener('error', () => resolve(null));
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  });
}
