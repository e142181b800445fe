import {
  may,
  premisesOf,
  relationOf,
  relationOfClaim,
  repliesTo,
  standpointOf,
  type Id,
} from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { interfaceLanguage } from '../i18n/i18n.ts';
import { RelationTag } from '../relation/Relation.tsx';
import { BesideWordings } from './BesideWordings.tsx';
import type { OneClaim } from './panelProps.ts';
import { ClaimLinks, type Linked } from './ClaimLinks.tsx';
import { otherPlacesOf } from './otherPlaces.ts';
import { Quotations } from './Quotations.tsx';
import { Signed } from './Signed.tsx';
import { Wording } from './Wording.tsx';

/** The claim itself: what it answers, what it says, who wrote it, and what it hangs together with. */
export function ClaimTab(props: OneClaim) {
  const { view, claim, premise, me, more } = props;
  const { t } = useTranslation('claim');
  const mayEdit = may(me.role, 'edit', view.info.access);
  const at = standpointOf(view, premise);
  const together = at ? at.premises.filter((one) => one.id !== premise) : [];
  return (
    <div className="claim-tab">
      <RelationSentence {...props} />
      <Wording {...props} mayEdit={mayEdit} />
      <p className="claim-signed">
        <Signed view={view} stamp={claim} />
        {claim.reworded && (
          <span>
            {t('rewordedBy')} <Signed view={view} stamp={claim.reworded} />
          </span>
        )}
        <span>{languageName(claim.language)}</span>
      </p>
      {claim.beside.length > 0 && <BesideWordings {...props} mayEdit={mayEdit} />}
      <Quotations {...{ view, claim, me }} edit={props.edit} loadText={props.loadText} />
      {more?.(claim)}
      <ClaimLinks
        title={t('together')}
        goTo={props.goTo}
        links={together.map((one) => ({
          id: one.id,
          claim: one.claim,
          sign: 'andAlso',
          isReference: Boolean(one.reference),
        }))}
      />
      <ClaimLinks title={t('replies')} empty={t('noReplies')} goTo={props.goTo} links={repliesOf(props)} />
      <ClaimLinks title={t('otherUses')} goTo={props.goTo} links={usesOf(props)} />
    </div>
  );
}

/** "Rebuts → …", where the claim is selected; what it answers is one press away. */
function RelationSentence({ view, premise, goTo }: OneClaim) {
  const { t } = useTranslation('claim');
  const at = standpointOf(view, premise);
  if (!at) return <p className="claim-relation"><RelationTag relation="thesis" /></p>; // prettier-ignore
  const { target } = at.argument;
  const doubted = target.kind === 'argument' ? firstPremise(view, target.id) : undefined;
  const claim = view.claims.get(doubted ?? target.id);
  return (
    <p className="claim-relation">
      <RelationTag relation={relationOf(at.argument)} />
      <span aria-hidden="true">→</span>
      {claim && (
        <button
          type="button"
          className="claim-link"
          lang={claim.language}
          onClick={() => goTo(doubted ?? claim.id)}
        >
          {claim.text}
        </button>
      )}
      {target.kind === 'argument' && <small>{t('undercutMeans')}</small>}
    </p>
  );
}

function firstPremise(view: OneClaim['view'], argument: Id): Id | undefined {
  return view.index.home.get(argument)?.find((id) => view.claims.get(id)?.removed === null);
}

/** Each reply by its first premise. */
function repliesOf({ view, claim }: OneClaim): Linked[] {
  const undercuts = claim.home === null ? [] : repliesTo(view, claim.home);
  return [...repliesTo(view, claim.id), ...undercuts].flatMap((argument) => {
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

function usesOf({ view, claim, premise }: OneClaim): Linked[] {
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
