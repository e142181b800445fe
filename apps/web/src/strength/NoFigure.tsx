import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './strength.css';

/** Where no strength is shown: the reason. */
export function NoFigure({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useTranslation('strength');
  const id = useId();
  return (
    <section className="why" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p className="why-from">{t('from')}</p>
      <p>{children}</p>
    </section>
  );
}
