import { diffTexts } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';

/** What goes and what comes, struck and underlined; said in words too, as screen readers pass over <del> and <ins>. */
export function TextDiff({ before, after, lang }: { before: string; after: string; lang?: string }) {
  const { t } = useTranslation('claim');
  return (
    <p className="text-diff" lang={lang}>
      {diffTexts(before, after).map(({ kind, text }, i) => {
        if (kind === 'same') return text;
        const Tag = kind === 'gone' ? 'del' : 'ins';
        return (
          <Tag key={i}>
            <VisuallyHidden>{t(`diff.${kind}`)}</VisuallyHidden>
            {text}
          </Tag>
        );
      })}
    </p>
  );
}
