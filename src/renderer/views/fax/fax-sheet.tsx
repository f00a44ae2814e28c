/** One page, drawn as large and turned as is asked for. */
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Banner } from '../../ui/banner';
import { Spinner } from '../../ui/progress';
import type { FaxPage } from './fax-document';
import { toFaxErrorText } from './fax-error-text';
import styles from './fax.module.css';
import { useFaxPicture } from './use-fax';
import type { Turns } from './zoom';
import { CSS_PX_PER_INCH, toTurned } from './zoom';

interface Props {
  readonly page: FaxPage;
  readonly label: string;
  readonly share: number;
  readonly turns: Turns;
}

export function FaxSheet({ page, label, share, turns }: Props) {
  const { t } = useTranslation();
  const canvasRef = useRef<HTMLCanvasElement>(null);
  const dpi = Math.ceil(CSS_PX_PER_INCH * share * window.devicePixelRatio);
  const { value: picture, error } = useFaxPicture(page, dpi);
  const lying = toTurned(page, turns);
  const widthPx = Math.round(lying.widthIn * CSS_PX_PER_INCH * share);
  const heightPx = Math.round(lying.heightIn * CSS_PX_PER_INCH * share);
  useEffect(() => {
    if (picture && canvasRef.current) paint(canvasRef.current, picture, { widthPx, heightPx, turns });
  }, [picture, widthPx, heightPx, turns]);
  if (error !== null) return <Banner tone="error">{toFaxErrorText(t, error)}</Banner>;
  return (
    <>
      {picture === null && <Spinner label={t('common.loading')} />}
      <canvas
        ref={canvasRef}
        className={styles.sheet}
        role="img"
        aria-label={label}
        aria-busy={picture === null}
        style={{ width: widthPx, height: heightPx }}
      />
    </>
  );
}

interface Look {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly turns: Turns;
}

/** More than a screen shows at once; a larger page is painted coarser and stretched. */
const MAX_PAINTED_PX = 40_000_000;

/** Stretches as well as turns: a fax of standard resolution has twice as many pixels across as down. */
function paint(
  canvas: HTMLCanvasElement,
  picture: HTMLCanvasElement,
  { widthPx, heightPx, turns }: Look,
): void {
  const ratio = Math.min(window.devicePixelRatio, Math.sqrt(MAX_PAINTED_PX / (widthPx * heightPx)));
  canvas.width = Math.max(1, Math.round(widthPx * ratio));
  canvas.height = Math.max(1, Math.round(heightPx * ratio));
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) return;
  context.imageSmoothingQuality = 'high';
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate((turns * Math.PI) / 2);
  const [width, height] = turns % 2 === 0 ? [canvas.width, canvas.height] : [canvas.height, canvas.width];
  context.drawImage(picture, -width / 2, -height / 2, width, height);
}
