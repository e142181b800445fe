// Refused edits: why, what was in them, and what can be done; and words that were not sent. Nobody's words are lost.
import {
  Edit,
  mayBeKept,
  standing,
  type ArgumentMap,
  type Id,
  type Result,
  type TrayEntry,
} from '@counterpoint/shared';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { refusalText } from '../i18n/refusalText.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { toast } from '../ui/toast.ts';
import { copyText } from '../ui/copyText.ts';
import { isHeldBack } from '../open/askFor.ts';
import { deedOf, wordsOf } from '../open/describe.ts';
import { newId } from '../open/newId.ts';
import { useDoc, useOpenMap } from '../open/openMap.ts';
import { serverNow } from '../open/serverTime.ts';
import { Meanwhile } from './Meanwhile.tsx';
import { useWaitingWords, type WaitingWords } from '../open/useWaitingWords.ts';

export function TrayDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('map');
  const tray = useDoc((state) => state.tray);
  const waiting = useWaitingWords();
  const left = tray.length + waiting.length;
  const handleDone = () => left === 1 && onClose();
  const shown = (isOne: (words: WaitingWords) => boolean) =>
    waiting.filter(isOne).map((words) => <Waiting key={words.place} words={words} onDone={handleDone} />);
  return (
    <Dialog
      open
      wide
      title={t('tray.title')}
      about={t('tray.about')}
      onOpenChange={(open) => !open && onClose()}
    >
      <Group title={t('tray.refused')}>
        {tray.map((entry) => (
          <Entry key={entry.id} entry={entry} onDone={handleDone} />
        ))}
      </Group>
      <Group title={t('tray.gone')}>{shown((words) => words.lost !== null)}</Group>
      <Group title={t('tray.unsent')}>{shown((words) => words.lost === null)}</Group>
    </Dialog>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: readonly ReactElement[] }) {
  if (children.length === 0) return null;
  return (
    <section>
      <h3 className="tray-title">{title}</h3>
      <ul className="tray">{children}</ul>
    </section>
  );
}

/** `onDone` is called when nothing is left to do about it. */
function Entry({ entry, onDone }: { entry: TrayEntry; onDone: () => void }) {
  const { t } = useTranslation('map');
  const { t: edits } = useTranslation('edits');
  const session = useOpenMap();
  const dismiss = useDoc((state) => state.dismiss);
  const retry = useDoc((state) => state.retry);
  const words = wordsOf(entry.edit);
  const { data: edit } = Edit.safeParse(entry.edit);
  const isReadable = edit !== undefined;
  const offered = useDoc(({ view, participant }) => mayOffer(view, participant, edit, entry));
  const again = (): void => {
    if (isHeldBack(session, entry.edit as Edit, again)) return; // it is offered for what can be read
    told(retry(entry));
  };
  const offer = (): void => {
    if (edit) told(retry(entry, asOffer(edit)));
  };
  const told = (result: Result<unknown>): void => {
    if (result.ok) onDone();
    else toast(refusalText(result.refusal));
  };
  const throwAway = (): void => {
    dismiss(entry);
    onDone();
  };
  return (
    <li>
      <p className="tray-reason">
        <b>{edits(`headline.${deedOf(entry.edit)}`)}</b>{' '}
        {isReadable ? refusalText(entry.refusal) : t('tray.otherVersion')}
      </p>
      <Meanwhile edit={entry.edit} />
      {words !== '' && <blockquote>{words}</blockquote>}
      <div className="tray-actions">
        {words !== '' && <Copy words={words} />}
        {offered && <Button onClick={offer}>{t('tray.offer')}</Button>}
        {isReadable && <Button onClick={again}>{t('tray.again')}</Button>}
        <Button look="plain" onClick={throwAway}>
          {t('tray.dismiss')}
        </Button>
      </div>
    </li>
  );
}

const asOffer = (edit: Edit): Edit => ({ kind: 'propose', proposal: newId(), to: 'moderators', edit: { ...edit } }); // prettier-ignore

/** What came after its phase may still be proposed. */
const mayOffer = (
  view: ArgumentMap,
  me: Id | null,
  edit: Edit | undefined,
  { refusal }: TrayEntry,
): boolean =>
  edit !== undefined &&
  me !== null &&
  refusal.code === 'not-now' &&
  mayBeKept(view, edit) &&
  standing(view, asOffer(edit), me, serverNow()) === 'proposal';

/** Words that were typed and not sent: their field has them still, unless what they were to be said of is gone. */
function Waiting({ words, onDone }: { readonly words: WaitingWords; readonly onDone: () => void }) {
  const { t } = useTranslation('map');
  const { typed } = useOpenMap();
  const throwAway = (): void => {
    typed.keep(words.place, undefined);
    onDone();
  };
  return (
    <li>
      <p className="tray-reason">{t(`tray.${words.lost ?? 'waiting'}`)}</p>
      <blockquote>{words.text}</blockquote>
      <div className="tray-actions">
        <Copy words={words.text} />
        <Button look="plain" onClick={throwAway}>
          {t('tray.dismiss')}
        </Button>
      </div>
    </li>
  );
}

function Copy({ words }: { readonly words: string }) {
  const { t } = useTranslation();
  return (
    <Button icon="copy" onClick={() => void copyText(words)}>
      {t('copy')}
    </Button>
  );
}
