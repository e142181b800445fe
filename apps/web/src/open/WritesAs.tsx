import { useTranslation } from 'react-i18next';
import { useDoc } from './openMap.ts';
import './WritesAs.css';

/** [S-11] Under which name I write here, before the first letter; nothing where it is my own. */
export function WritesAs() {
  const { t } = useTranslation('names');
  const faces = useDoc(({ view }) => view.info.faces);
  const me = useDoc(({ view, participant }) => view.participants.get(participant ?? ''));
  if (!me?.pseudonym || faces === 'named') return null;
  return <p className="writes-as">{t(`write.${faces}`, { name: me.name })}</p>;
}
