import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

export function NewMapCard({ to }: { to: string }) {
  const { t } = useTranslation('home');
  return (
    <Link className="new-card" to={to}>
      <b>{t('newCard.title')}</b>
      <span>{t('newCard.text')}</span>
    </Link>
  );
}
