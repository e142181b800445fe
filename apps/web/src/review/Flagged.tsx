import { flagsOn, wentTo, type Flag, type Id } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { flaggedText } from '../open/flags.ts';
import { useDoc, useDocList } from '../open/openMap.ts';
import { Signed, useName } from '../open/Signed.tsx';
import { useReasonText } from '../relation/reasonText.ts';
import { ShowOnMap } from './ShowOnMap.tsx';

/** [M-10] What is flagged, by whom and why, and what was looked at before. */
export function Flagged({ about }: { about: Id }) {
  const { t } = useTranslation('review');
  const text = useDoc((doc) => flaggedText(doc, about));
  const claim = useDoc(({ unfolded }) => unfolded.comments.get(about)?.claim ?? wentTo(unfolded, about));
  const flags = useDocList(({ unfolded }) => flagsOn(unfolded, about).filter(({ removed }) => !removed));
  return (
    <>
      <h2>{t('flag.what')}</h2>
      <p className="review-words">{text}</p>
      <ShowOnMap claim={claim} />
      <h2>{t('flag.why')}</h2>
      <ul className="review-flags">
        {flags.map((flag) => (
          <OneFlag key={flag.id} flag={flag} />
        ))}
      </ul>
    </>
  );
}

function OneFlag({ flag }: { flag: Flag }) {
  const { t } = useTranslation('review');
  const reasonText = useReasonText();
  const name = useName(flag.seen?.by ?? null);
  return (
    <li data-seen={flag.seen !== null || undefined}>
      <Signed stamp={flag} />
      <p>
        <b>{reasonText({ code: flag.code, reason: null })}</b>
        {flag.text !== '' && ` ${flag.text}`}
      </p>
      {flag.seen && <small>{t('flag.seenBy', { name })}</small>}
    </li>
  );
}
