/** One sheet of paper: the page as large as it was sent where the paper has room, turned where it lies across, and the footer under it. */
import type { Picture } from './picture';

const SVG = 'http://www.w3.org/2000/svg';

interface Sheet {
  readonly sheet: HTMLElement;
  /** Rejects where the picture cannot be shown. */
  readonly loaded: Promise<void>;
}

export function toSheet(picture: Picture, footer: readonly string[]): Sheet {
  const sheet = document.createElement('section');
  const room = document.createElement('div');
  const { drawing, image } = toDrawing(picture);
  room.append(drawing);
  const foot = document.createElement('footer');
  for (const line of footer) foot.append(Object.assign(document.createElement('p'), { textContent: line }));
  sheet.append(room, foot);
  const loaded = new Promise<void>((resolve, reject) => {
    image.addEventListener('load', () => resolve(), { once: true });
    image.addEventListener('error', () => reject(new Error('A page was drawn and cannot be shown.')), {
      once: true,
    });
  });
  image.setAttribute('href', picture.url);
  return { sheet, loaded };
}

/** What A4 and Letter both have between their margins. */
const ROOM = { widthIn: 7.6, heightIn: 9.9 };
/** Half a sheet, which many machines send for a few lines, is a little too wide too, and is read more easily as it is. */
const WORTH_TURNING = 1.15;

function shareThatFits(widthIn: number, heightIn: number): number {
  return Math.min(1, ROOM.widthIn / widthIn, ROOM.heightIn / heightIn);
}

/** In inches: its pixels may be twice as wide as high, and only here are they stretched to the shape of the page. */
function toDrawing({ widthIn, heightIn }: Picture): { drawing: SVGElement; image: SVGElement } {
  const isAcross = shareThatFits(heightIn, widthIn) > shareThatFits(widthIn, heightIn) * WORTH_TURNING;
  const [acrossIn, downIn] = isAcross ? [heightIn, widthIn] : [widthIn, heightIn];
  const drawing = document.createElementNS(SVG, 'svg');
  drawing.setAttribute('viewBox', `0 0 ${String(acrossIn)} ${String(downIn)}`);
  drawing.style.width = `${String(acrossIn)}in`;
  drawing.style.height = `${String(downIn)}in`;
  const image = document.createElementNS(SVG, 'image');
  image.setAttribute('width', String(widthIn));
  image.setAttribute('height', String(heightIn));
  image.setAttribute('preserveAspectRatio', 'none');
  // Paper has no top: whoever holds it turns it.
  if (isAcross) image.setAttribute('transform', `translate(${String(acrossIn)} 0) rotate(90)`);
  drawing.append(image);
  return { drawing, image };
}
