import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { listed } from '../i18n/inWords.ts';
import './LooksLike.css';

interface LooksLikeProps {
  name: string;
  others: readonly { readonly name: string }[];
  /** What tells them apart. */
  children?: ReactNode;
}

const MOST_NAMED = 3;

/** Says whose name this one could be taken for; nothing where it is like no other. */
export function LooksLike({ name, others, children }: LooksLikeProps) {
  const { t } = useTranslation('common');
  if (others.length === 0) return null;
  const names = [...new Set(others.map((other) => other.name))].filter((other) => other !== name);
  return (
    <small className="looks-like">
      {names.length > 0 ? t('looksLike', { names: listed(names.slice(0, MOST_NAMED)) }) : t('sameName')}
      {children && <> · {children}</>}
    </small>
  );
}
