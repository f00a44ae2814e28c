/** Where the recording is, and how what is known of it was found. */
import { useTranslation } from 'react-i18next';
import type { TechnicalData } from '../../../shared/model';
import type { Place } from '../../format/moment';
import { toLongMoment } from '../../format/moment';
import { toSize } from '../../format/size';
import { en } from '../../i18n/en';
import { Disclosure } from '../../ui/disclosure';
import { ShownText } from '../library/shown-text';
import { FactList } from './fact-list';

interface Props {
  readonly technical: TechnicalData;
  readonly place: Place;
}

export function TechnicalSection({ technical, place }: Props) {
  const { t } = useTranslation();
  const { codec, channels, sampleRateHz: rate } = technical;
  const sound =
    channels === 1
      ? t('library.details.codecLineMono', { codec, rate })
      : t('library.details.codecLine', { codec, channels, rate });
  return (
    <Disclosure summary={t('library.details.technical')}>
      <FactList
        facts={[
          { name: t('library.details.file'), value: <ShownText text={technical.fileName} /> },
          { name: t('library.details.source'), value: <ShownText text={technical.source} /> },
          { name: t('library.details.system'), value: t(`common.reader.${technical.reader}`) },
          { name: t('library.details.size'), value: toSize(technical.sizeBytes, place.locale) },
          { name: t('library.details.changed'), value: toLongMoment(technical.modifiedAtMs, place) },
          channels > 0 ? { name: t('library.details.codec'), value: sound } : null,
          {
            name: t('library.details.foundBy'),
            value: <FoundBy foundBy={technical.foundBy} place={place} />,
          },
          technical.callReference === null
            ? null
            : { name: t('library.details.reference'), value: <ShownText text={technical.callReference} /> },
        ]}
      />
    </Disclosure>
  );
}

function FoundBy({ foundBy, place }: { readonly foundBy: readonly string[]; readonly place: Place }) {
  const { t } = useTranslation();
  const isKnown = (way: string): way is keyof typeof en.library.foundBy => way in en.library.foundBy;
  const words = foundBy.map((way) => (isKnown(way) ? t(`library.foundBy.${way}`) : way));
  return new Intl.ListFormat(place.locale).format(words);
}
