import type { MapReason } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { askFor } from '../open/askFor.ts';
import { newId } from '../open/newId.ts';
import { useOpenMap } from '../open/openMap.ts';
import { placeOfListed } from '../open/placesOfWords.ts';
import { ROOM } from '../open/rooms.ts';
import { useTyped } from '../open/useTyped.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/Field.tsx';
import { fits } from '../ui/room.ts';

interface ReasonFormProps {
  /** Null for a new one. */
  reason: MapReason | null;
  onDone?: () => void;
}

/** The words of a reason in two languages; they wait on this device until they are saved. */
export function ReasonForm({ reason, onDone }: ReasonFormProps) {
  const { t } = useTranslation('review');
  const session = useOpenMap();
  const zh = useWords('zh', reason);
  const en = useWords('en', reason);
  const words = { zh: zh.value.trim(), en: en.value.trim() };
  const isGood =
    (words.zh !== '' || words.en !== '') && fits(zh.value, ROOM.listed) && fits(en.value, ROOM.listed);
  const done = (): void => {
    zh.forget();
    en.forget();
    onDone?.();
  };
  const save = (): void => {
    if (!isGood) return;
    const { id = newId(), offered = true } = reason ?? {};
    if (words.zh === reason?.zh && words.en === reason.en) done();
    else askFor(session, { kind: 'set-reason', reason: id, code: null, ...words, offered }, done);
  };
  return (
    <form
      className="moderation-form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <TextField
        label={t('moderation.zh')}
        room={ROOM.listed}
        lang="zh"
        value={zh.value}
        onChange={zh.change}
      />
      <TextField
        label={t('moderation.en')}
        room={ROOM.listed}
        lang="en"
        value={en.value}
        onChange={en.change}
      />
      <small>{t('moderation.bothHint')}</small>
      <div className="moderation-do">
        {reason && <Button onClick={done}>{t('moderation.cancel')}</Button>}
        <Button type="submit" icon={reason ? undefined : 'plus'} disabled={!isGood}>
          {t(reason ? 'moderation.save' : 'moderation.add')}
        </Button>
      </div>
    </form>
  );
}

function useWords(language: 'zh' | 'en', reason: MapReason | null) {
  const [typed, keep] = useTyped(placeOfListed(reason?.id ?? null, language));
  const saved = reason?.[language] ?? '';
  return {
    value: typed?.text ?? saved,
    change: ({ target: { value } }: { target: { value: string } }) =>
      keep(value === saved ? undefined : { text: value }),
    forget: () => keep(undefined),
  };
}
