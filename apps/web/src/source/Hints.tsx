import { useTranslation } from 'react-i18next';

const KEYS = {
  read: [
    ['↓', 'sentence'],
    ['→', 'paragraph'],
    ['Shift ↓', 'more'],
    [']', 'bare'],
    ['Enter', 'claims'],
  ],
  marks: [
    ['J K', 'go'],
    ['A', 'claim'],
    ['N', 'note'],
    ['X', 'done'],
    ['Z', 'back'],
  ],
  suggest: [
    ['J K', 'go'],
    ['A', 'accept'],
    ['E', 'change'],
    ['X', 'dismiss'],
    ['Z', 'back'],
  ],
} as const;

/** The keys of a column, at its foot; a touch screen has none. */
export function Hints({ of }: { of: keyof typeof KEYS }) {
  const { t } = useTranslation('source');
  return (
    <p className="source-hints" aria-hidden="true">
      {KEYS[of].map(([keys, word]) => (
        <span key={word}>
          {keys.split(' ').map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}
          {t(`hint.${word}`)}
        </span>
      ))}
    </p>
  );
}
