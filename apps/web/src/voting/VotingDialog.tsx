import { pollsIn, type MapInfo } from '@counterpoint/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askFor } from '../open/askFor.ts';
import type { DialogProps } from '../open/house.ts';
import { useDoc, useDocList, useOpenMap, useStanding } from '../open/openMap.ts';
import { Button } from '../ui/Button.tsx';
import { Choices } from '../ui/Choices.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { BeginPoll } from './BeginPoll.tsx';
import { OnePoll } from './OnePoll.tsx';
import './voting.css';

/** [C4] [C6] Polls and what came out of them, for everyone; who is asked, and who sees what, for whoever manages the map. */
export function VotingDialog({ onClose }: DialogProps<'voting'>) {
  const { t } = useTranslation('ratings');
  const polls = useDocList(({ view }) => pollsIn(view));
  const manages = useStanding({ kind: 'change-settings', set: {} }) === 'change';
  const isFree = polls.every(({ ended }) => ended !== null);
  return (
    <Dialog
      open
      wide
      title={t('dialog.title')}
      about={t('dialog.about')}
      onOpenChange={(open) => !open && onClose()}
    >
      {' '}
      {/* prettier-ignore */}
      <section className="polls" aria-label={t('dialog.polls')}>
        <h3>{t('dialog.polls')}</h3>
        {polls.length === 0 && <p className="quiet">{t('dialog.none')}</p>}
        {polls.map((poll) => (
          <OnePoll key={poll.id} poll={poll} manages={manages} />
        ))}
        {manages && isFree && <BeginPoll polls={polls} />}
      </section>
      {manages && <RatingSettings />}
    </Dialog>
  );
}

type Votes = MapInfo['votes'];
const CHOICES: readonly { readonly value: Votes; readonly name: 'off' | 'hidden2' | 'own' | 'open'; readonly about: 'offAbout' | 'hiddenAbout' | 'ownAbout' | 'openAbout' }[] = [
  { value: 'off', name: 'off', about: 'offAbout' },
  { value: 'hidden', name: 'hidden2', about: 'hiddenAbout' },
  { value: 'own', name: 'own', about: 'ownAbout' },
  { value: 'open', name: 'open', about: 'openAbout' },
]; // prettier-ignore

function RatingSettings() {
  const { t } = useTranslation('ratings');
  const session = useOpenMap();
  const { votes, faces } = useDoc(({ view }) => view.info);
  const [chosen, choose] = useState<Votes>(votes);
  const isSecret = faces === 'anonymous';
  const offered = CHOICES.filter(({ value }) => !(isSecret && (value === 'own' || (votes === 'open' && value !== 'open')))); // prettier-ignore
  return (
    <section className="rating-settings">
      <Choices
        legend={t('dialog.ratings')}
        choices={offered.map(({ value, name, about }) => ({
          value,
          name: t(`dialog.${name}`),
          about: t(isSecret && value === 'open' ? 'dialog.openForGood' : `dialog.${about}`),
        }))}
        value={chosen}
        onChoose={choose}
      />
      <div className="vote-set">
        <Button
          look="solid"
          disabled={chosen === votes}
          onClick={() => askFor(session, { kind: 'change-settings', set: { votes: chosen } })}
        >
          {t('dialog.set')}
        </Button>
      </div>
    </section>
  );
}
