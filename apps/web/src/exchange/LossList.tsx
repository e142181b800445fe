import { isRepair, lossWords, type Loss } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { interfaceLanguage } from '../i18n/i18n.ts';
import { Icon } from '../ui/Icon.tsx';

/** What a file does not hold, or holds in another way: said before anything is saved. */
export function LossList({ losses }: { losses: readonly Loss[] }) {
  const { t } = useTranslation('exchange');
  const language = interfaceLanguage();
  const lost = losses.filter(({ kind }) => !isRepair(kind));
  const changed = losses.filter(({ kind }) => isRepair(kind));
  if (losses.length === 0) {
    return (
      <p className="loss-none">
        <Icon name="check" /> {t('loss.none')}
      </p>
    );
  }
  const list = (title: string, all: readonly Loss[]) =>
    all.length > 0 && (
      <>
        <h4>{title}</h4>
        <ul>
          {all.map((loss, at) => (
            <li key={`${loss.kind} ${at}`}>{lossWords(loss, language)}</li>
          ))}
        </ul>
      </>
    );
  return (
    <div className="loss-list">
      {list(t('loss.lost'), lost)}
      {list(t('loss.changed'), changed)}
    </div>
  );
}
