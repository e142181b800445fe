import {
  claimsBeneath,
  may,
  premisesOf,
  relationOf,
  relationOfClaim,
  repliesTo,
  sideNamed,
  standpointOf,
  type ArgumentMap,
  type Claim,
  type Id,
  type Relation,
} from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import { interfaceLanguage } from '../i18n/i18n.ts';
import { otherAuthors } from '../open/authors.ts';
import { useHouse } from '../open/house.ts';
import { useDoc, useDocList, type Selected } from '../open/openMap.ts';
import { useShowClaim } from '../open/showClaim.ts';
import { Fetched } from '../ui/Fetched.tsx';
import { RelationTag } from '../relation/Relation.tsx';
import { BesideWordings } from './BesideWordings.tsx';
import { ClaimLinks, type Linked } from './ClaimLinks.tsx';
import { otherPlacesOf } from './otherPlaces.ts';
import { Merged } from './Merged.tsx';
import { Quotations } from './Quotations.tsx';
import { SideTag } from '../open/SideTag.tsx';
import { Signed } from '../open/Signed.tsx';
import { Wording } from './Wording.tsx';

/** The claim itself: what it answers, what it says, who wrote it, and what it hangs together with. */
export function ClaimTab({ claim, premise }: Selected) {
  const { t } = useTranslation('claim');
  const mayEdit = useDoc(({ view, role }) => may(role, 'edit', view.info.access));
  const together = useDocList(({ view }) => togetherWith(view, premise));
  const replies = useDocList(({ view }) => repliesOf(view, claim.id));
  const beneath = useDoc(({ view }) => claimsBeneath(view, claim.id).length);
  const undercuts = useDocList(({ view }) => repliesOf(view, standpointOf(view, premise)?.argument.id ?? ''));
  const uses = useDocList(({ view }) => usesOf(view, claim, premise));
  return (
    <div className="claim-tab">
      <RelationSentence premise={premise} />
      <Wording {...{ claim, mayEdit }} />
      <p className="claim-signed">
        <Signed stamp={claim} />
        <SpokenBy side={claim.side} />
        {claim.reworded && (
          <span>
            {t('rewordedBy')} <Signed stamp={claim.reworded} />
          </span>
        )}
        <AlsoBy claim={claim} />
        <span>{languageName(claim.language)}</span>
      </p>
      {claim.beside.length > 0 && <BesideWordings {...{ claim, mayEdit }} />}
      <Merged claim={claim} />
      <Parts {...{ claim, premise }} />
      <Quotations claim={claim} />
      <ClaimLinks title={t('together')} links={together} />
      <ClaimLinks
        title={t('replies')}
        count={t('beneath', { count: beneath })}
        empty={t('noReplies')}
        links={replies}
      />
      <ClaimLinks title={t('undercuts')} links={undercuts} />
      <ClaimLinks title={t('otherUses')} links={uses} />
    </div>
  );
}

/** What other features say of it. */
function Parts(selected: Selected) {
  const { onClaim } = useHouse();
  const offered = useDocList((doc) => onClaim.filter((part) => part.offered(doc)));
  return offered.map(({ id, load }) => <Fetched key={id} load={load} props={selected} />);
}

/** [D13] The side that its author spoke for. */
function SpokenBy({ side: id }: { side: Id | null }) {
  const side = useDoc(({ view }) => sideNamed(view, id));
  return side ? <SideTag side={side} /> : null;
}

/** [E18] Whoever else wrote the claim: theirs was merged into it. */
function AlsoBy({ claim }: { claim: Claim }) {
  const { t } = useTranslation('claim');
  const others = useDocList(({ view }) =>
    otherAuthors(view, claim.id).map((by) => view.participants.get(by ?? '')?.name ?? t('nobody')),
  );
  if (others.length === 0) return null;
  const names = new Intl.ListFormat(interfaceLanguage(), { type: 'conjunction' }).format(others);
  return <span>{t('alsoBy', { names })}</span>;
}

/** "Rebuts → …", where the claim is selected; what it answers is one press away. */
function RelationSentence({ premise }: { premise: Id }) {
  const { t } = useTranslation('claim');
  const goTo = useShowClaim();
  const { relation, answered } = useDoc(useShallow(({ view }) => answerOf(view, premise)));
  if (relation === 'thesis') return <p className="claim-relation"><RelationTag relation="thesis" /></p>; // prettier-ignore
  return (
    <p className="claim-relation">
      <RelationTag relation={relation} />
      <span aria-hidden="true">→</span>
      {answered && (
        <button
          type="button"
          className="claim-link"
          lang={answered.language}
          onClick={() => goTo(answered.id)}
        >
          {answered.text}
        </button>
      )}
      {relation === 'undercut' && <small>{t('undercutMeans')}</small>}
    </p>
  );
}

/** Of an undercut, a premise of the argument that it doubts. */
function answerOf(view: ArgumentMap, premise: Id): { relation: Relation; answered?: Claim | undefined } {
  const argument = standpointOf(view, premise)?.argument;
  if (!argument) return { relation: 'thesis' };
  const { kind, id } = argument.target;
  const answered = view.claims.get(kind === 'argument' ? (firstPremise(view, id) ?? '') : id);
  return { relation: relationOf(argument), answered };
}

function firstPremise(view: ArgumentMap, argument: Id): Id | undefined {
  return view.index.home.get(argument)?.find((id) => view.claims.get(id)?.removed === null);
}

function togetherWith(view: ArgumentMap, premise: Id): Linked[] {
  const premises = standpointOf(view, premise)?.premises ?? [];
  return premises
    .filter(({ id }) => id !== premise)
    .map(({ id, claim, reference }) => ({
      id,
      claim,
      sign: 'andAlso',
      isReference: Boolean(reference),
    }));
}

/** Each reply to a claim or an argument by its first premise. */
function repliesOf(view: ArgumentMap, id: Id): Linked[] {
  return repliesTo(view, id).flatMap((argument) => {
    const first = premisesOf(view, argument.id)[0];
    if (!first) return [];
    return [
      {
        id: first.id,
        claim: first.claim,
        sign: relationOf(argument),
        isReference: first.reference !== undefined,
      },
    ];
  });
}

function usesOf(view: ArgumentMap, claim: Claim, premise: Id): Linked[] {
  return otherPlacesOf(view, claim.id, premise).map(({ id, under }) => ({
    id,
    claim: under ?? claim,
    sign: id === claim.id ? relationOfClaim(view, claim) : 'reference',
    isReference: id !== claim.id,
  }));
}

function languageName(tag: string): string {
  return new Intl.DisplayNames(interfaceLanguage(), { type: 'language' }).of(tag) ?? tag;
}
