// [S-10] Where a side prepares, and each person for themselves: what is here was not published yet.
import type { Proposal, Side } from '@counterpoint/shared';
import { sideNamed, sideOf } from '@counterpoint/shared';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { draftsIn } from '../open/keeping.ts';
import { standingOf, useDoc, useDocList, useScreen } from '../open/openMap.ts';
import { SideSign } from '../open/SideTag.tsx';
import { teamsOf } from '../open/teams.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { useNow } from '../ui/useNow.ts';
import { OneDraft } from './OneDraft.tsx';
import './preparation.css';

export function Preparation({ onClose }: { onClose?: () => void }) {
  const { t } = useTranslation('preparation');
  const drafts = useDocList(({ view }) => draftsIn(view));
  const side = useDoc(({ view, participant }) => sideNamed(view, sideOf(view, participant)));
  const shared = drafts.filter((draft) => side && draft.side === side.id);
  const own = drafts.filter((draft) => !shared.includes(draft));
  const close = onClose && <IconButton icon="close" label={t('close')} onClick={onClose} />;
  return (
    <div className="preparation">
      {side && <SideRoom side={side} drafts={shared} close={close} />}
      <section aria-label={t('own')}>
        <header className="preparation-head" data-own>
          <h2>
            <Icon name="lock" size={13} /> {t('own')}
          </h2>
          <small>{t('ownAbout')}</small>
          {!side && close}
        </header>
        <Drafts drafts={own} empty={t('ownEmpty')} />
      </section>
    </div>
  );
}

function SideRoom({ side, drafts, close }: { side: Side; drafts: readonly Proposal[]; close: ReactNode }) {
  const { t } = useTranslation('preparation');
  const debates = useDoc(({ view }) => view.debates);
  const participants = useDoc(({ view }) => view.participants);
  const team = teamsOf({ debates, participants }).find((one) => one.side?.id === side.id);
  return (
    <section aria-label={t('ofSide', { side: side.name })}>
      <header className="preparation-head" data-side={side.sign}>
        <h2>
          <SideSign sign={side.sign} size={13} /> {t('ofSide', { side: side.name })}
        </h2>
        <small>{t('sideAbout', { count: team?.people.length ?? 0 })}</small>
        {close}
      </header>
      <Drafts drafts={drafts} empty={t('sideEmpty')} />
    </section>
  );
}

function Drafts({ drafts, empty }: { drafts: readonly Proposal[]; empty: string }) {
  const { t } = useTranslation('preparation');
  const ask = useScreen((state) => state.ask);
  const now = useNow();
  const ids = drafts.map(({ id }) => id);
  const may = useDoc((doc) => ids.length > 0 && standingOf(doc, { kind: 'publish', proposals: ids }, now) !== 'refused'); // prettier-ignore
  if (drafts.length === 0) return <p className="preparation-empty">{empty}</p>;
  return (
    <>
      <ol className="drafts">
        {drafts.map((draft) => (
          <OneDraft key={draft.id} draft={draft} />
        ))}
      </ol>
      {may ? (
        <Button look="solid" onClick={() => ask({ for: 'publish', drafts: ids })}>
          {t('publishAll', { count: drafts.length })}
        </Button>
      ) : (
        <p className="note">{t('notNow')}</p>
      )}
    </>
  );
}
