// [S-18] [E-03] A guided round through what one has not voted on yet: one claim at a time, in the order of the outline.
import {
  isLive,
  relationOfClaim,
  sideNamed,
  subtree,
  theses,
  type ArgumentMap,
  type Claim,
  type Id,
} from '@counterpoint/shared';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { askFor } from '../open/askFor.ts';
import { useDoc, useDocList, useOpenMap } from '../open/openMap.ts';
import { useShowClaim } from '../open/showClaim.ts';
import { SideTag } from '../open/SideTag.tsx';
import { argumentIn, ratedIn, voteEdit } from '../open/voting.ts';
import { RelationTag } from '../relation/Relation.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Ratings } from './Ratings.tsx';
import './voting.css';

export function VoteView() {
  const { t } = useTranslation('ratings');
  const [passed, setPassed] = useState<readonly Id[]>([]);
  const claims = useDocList(({ confirmed }) => inOrder(confirmed));
  // What one came from stays until one goes on, though it is voted on by now.
  const [current, setCurrent] = useState<Id | null>(null);
  const open = useDocList((doc) => claims.filter(({ id }) => !passed.includes(id) && isUnrated(doc, id)));
  const shown = claims.find(({ id }) => id === current) ?? open[0];
  if (!shown) return <EmptyState title={t('round.done')}>{t('round.doneAbout')}</EmptyState>;
  const next = (): void => {
    setPassed([...passed, shown.id]);
    setCurrent(open.find(({ id }) => id !== shown.id)?.id ?? null);
  };
  const done = claims.length - open.length;
  return (
    <Step key={shown.id} claim={shown} nth={Math.min(claims.length, done + 1)} all={claims.length} onNext={next} onTouched={() => setCurrent(shown.id)} /> // prettier-ignore
  );
}

interface StepProps {
  claim: Claim;
  nth: number;
  all: number;
  onNext: () => void;
  onTouched: () => void;
}

function Step({ claim, nth, all, onNext, onTouched }: StepProps) {
  const { t } = useTranslation('ratings');
  const session = useOpenMap();
  const goTo = useShowClaim();
  const isRated = useDoc((doc) => !isUnrated(doc, claim.id));
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const doc = session.doc.getState();
    if (/^[0-4]$/.test(event.key)) {
      event.preventDefault();
      event.stopPropagation();
      onTouched();
      const argument = argumentIn(doc.view, claim.id);
      const isSecond = ratedIn(doc, claim.id).mine !== null && argument !== null && ratedIn(doc, argument).mine === null; // prettier-ignore
      askFor(session, voteEdit(doc, isSecond ? argument : claim.id, Number(event.key)));
    } else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) onNext();
  };
  return (
    // It hears keys as a whole, for whoever votes through many claims.
    <section
      className="vote-round"
      aria-label={t('round.label')}
      tabIndex={-1}
      ref={focused}
      onKeyDown={onKeyDown}
      onClickCapture={onTouched}
    >
      {' '}
      {/* prettier-ignore */}
      <div className="vote-progress" aria-hidden="true">
        <span style={{ inlineSize: `${(nth / all) * 100}%` }} />
      </div>
      <header>
        <small role="status">{t('round.progress', { nth, all })}</small>
        <small className="vote-keys">{t('round.keys')}</small>
      </header>
      <blockquote className="vote-claim">
        <Standing claim={claim} />
        <p lang={claim.language}>{claim.text}</p>
        <Button look="plain" onClick={() => goTo(claim.id)}>
          {t('round.show')}
        </Button>
      </blockquote>
      <Ratings claim={claim} premise={claim.id} />
      <footer>
        <Button onClick={onNext}>{t('round.skip')}</Button>
        <Button look="solid" disabled={!isRated} onClick={onNext}>
          {t('round.next')}
        </Button>
      </footer>
    </section>
  );
}

const focused = (section: HTMLElement | null): void => section?.focus({ preventScroll: true });

function Standing({ claim }: { claim: Claim }) {
  const relation = useDoc(({ view }) => relationOfClaim(view, claim));
  const side = useDoc(({ view }) => sideNamed(view, claim.side));
  return (
    <div className="vote-standing">
      <RelationTag relation={relation} />
      {side && <SideTag side={side} />}
    </div>
  );
}

const inOrder = (map: ArgumentMap): Claim[] =>
  theses(map).flatMap(
    ({ id }) =>
    [...subtree(map, id)].flatMap((node) => (node.kind === 'claim' && isLive(map, node.value.id) ? [node.value] : [])), // prettier-ignore
  );

/** Whether the claim, or the argument that it stands in, has no vote of mine. */
function isUnrated(doc: Parameters<typeof ratedIn>[0], claim: Id): boolean {
  if (ratedIn(doc, claim).mine === null) return true;
  const argument = argumentIn(doc.view, claim);
  return argument !== null && ratedIn(doc, argument).mine === null;
}
