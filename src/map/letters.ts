import { FONT, FONT_BOLD } from './layers/fonts';

/** How the worker of the map asks the map for something. */
export type Asking = (message: Question, ...others: unknown[]) => Promise<unknown>;

interface Question {
  type: string;
  data?: unknown;
}

/** Letters by font, way of drawing and cluster, as the library asks for them. */
type Wanted = Record<string, Record<string, string[]>>;
type Draw = (wanted: Wanted) => Promise<unknown>;

/**
 * Answers the worker's question for letters where it stands, and passes all others on. The library draws them where the
 * page is, which takes a phone a third of a second just when it has most to do; no style of ours asks a server for them,
 * or has a font of its own, so that the worker has all that it takes. `letters` is what the library calls the question.
 */
export function answering(letters: string, draw: Draw, ask: Asking): Asking {
  return (message, ...others) =>
    message.type === letters ? draw((message.data as { stacks: Wanted }).stacks) : ask(message, ...others);
}

/** The language of a page and the letters seen in the drawing on it, for the address that a worker is started by. */
export function lettersHash(page: Document): string {
  const bold = new Set<string>();
  const plain = new Set<string>();
  const drawing = page.querySelector('[data-poster], [data-plain]');
  const { right = 0, bottom = 0 } = drawing?.getBoundingClientRect() ?? {};
  for (const text of drawing?.querySelectorAll('text') ?? []) {
    const seen = text.getBoundingClientRect();
    if (seen.width === 0 || seen.right < 0 || seen.bottom < 0 || seen.left > right || seen.top > bottom) continue;
    const drawn = text.closest('[font-weight]') ? bold : plain;
    for (const letter of text.textContent) if (letter.trim() !== '') drawn.add(letter);
  }
  return `#${[page.documentElement.lang, ...[plain, bold].map((letters) => [...letters].join(''))].map(encodeURIComponent).join('/')}`;
}

/** What {@link lettersHash} says: a language, and letters as the library asks for them. */
export function readHash(hash: string): { lang: string; first: Wanted } {
  const [lang = '', plain = '', bold = ''] = hash.slice(1).split('/').map(decodeURIComponent);
  return {
    lang,
    first: { [FONT.join(',')]: { default: [...plain] }, [FONT_BOLD.join(',')]: { default: [...bold] } },
  };
}
