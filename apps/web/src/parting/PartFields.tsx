import { useTranslation } from 'react-i18next';
import { ROOM } from '../open/rooms.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { TextAreaField } from '../ui/Field.tsx';

interface PartFieldsProps {
  texts: readonly string[];
  most: number;
  lang: string;
  onWrite: (texts: readonly string[]) => void;
}

/** A field for each claim that there will be; the first is the one that stays. */
export function PartFields({ texts, most, lang, onWrite }: PartFieldsProps) {
  const { t } = useTranslation('parting');
  return (
    <div className="parting-parts">
      {texts.map((text, i) => (
        // A part has nothing to be known by but its place.
        <div key={i} className="parting-part">
          <TextAreaField
            label={i === 0 ? t('split.first') : t('split.part', { nth: i + 1 })}
            lang={lang}
            room={ROOM.claim}
            rows={2}
            value={text}
            onChange={({ target }) => onWrite(texts.with(i, target.value.replace(/\n{2,}/g, '\n')))}
          />
          {i > 0 && texts.length > 2 && (
            <IconButton
              icon="close"
              label={t('split.remove', { nth: i + 1 })}
              onClick={() => onWrite(texts.toSpliced(i, 1))}
            />
          )}
        </div>
      ))}
      {texts.length < most && (
        <Button icon="plus" onClick={() => onWrite([...texts, ''])}>
          {t('split.add')}
        </Button>
      )}
    </div>
  );
}
