// Where to? Moves a branch, joins it to an argument, or uses a claim once more: what dragging does, without a drag (U-11).
import {
  againstArgument,
  joinTo,
  linkAs,
  linkInto,
  makeThesis,
  moveUnder,
  relationOf,
  standpointOf,
  type Aim,
  type Claim,
  type Edit,
  type Relation,
} from '@counterpoint/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askFor } from '../open/askFor.ts';
import type { DialogProps } from '../open/house.ts';
import { newId } from '../open/newId.ts';
import { useDoc, useOpenMap } from '../open/openMap.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { ClaimPicker } from '../relation/ClaimPicker.tsx';
import { short } from '../ui/short.ts';

/** How the claim will stand at its new place. */
type Way = 'support' | 'rebut' | 'undercut' | 'andAlso';
const WAYS: readonly Way[] = ['support', 'rebut', 'undercut', 'andAlso'];

type Asked = 'move' | 'join' | 'link-support' | 'link-rebut';

export function PlaceDialog({ asking, onClose }: DialogProps<Asked>) {
  const { t } = useTranslation('outline');
  const session = useOpenMap();
  const view = useDoc((state) => state.view);
  const { id } = asking;
  const isLink = asking.for === 'link-support' || asking.for === 'link-rebut';
  const at = standpointOf(view, id);
  const claim = view.claims.get(view.references.get(id)?.claim ?? id);
  const [way, setWay] = useState<Way>(() => firstWay(asking.for, at ? relationOf(at.argument) : 'support'));
  const settle = (edit: Edit) => void askFor(session, edit, onClose);
  const choose = (chosen: Claim) => settle(isLink ? linked(chosen) : moved(chosen));
  /** The claim in question gets the chosen one as a reason. */
  const linked = (chosen: Claim): Edit => {
    if (way === 'andAlso' && at) return linkInto(view, chosen.id, at.argument.id, newId);
    return linkAs(view, chosen.id, aimAt({ id, home: at?.argument.id ?? null }, way), newId);
  };
  const moved = (chosen: Claim): Edit => {
    if (way === 'andAlso' && chosen.home !== null) return joinTo(view, id, chosen.home, newId);
    return moveUnder(view, id, aimAt(chosen, way), newId);
  };
  const suggested = view.claims.get(asking.for === 'move' ? (asking.to ?? '') : '');
  const ways = WAYS.filter((one) => !isLink || at !== undefined || one === 'support' || one === 'rebut');
  return (
    <Dialog
      wide
      open
      title={t(isLink ? 'place.linkTitle' : 'place.moveTitle')}
      about={t(isLink ? 'place.linkAbout' : 'place.moveAbout', { text: short(claim?.text ?? '', 60) })}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <div className="place-dialog">
        <Segmented
          label={t('place.as')}
          value={way}
          options={ways.map((value) => ({ value, text: t(`place.ways.${value}`) }))}
          onChange={setWay}
        />
        <p className="place-explained">{t(`place.${isLink ? 'linkWays' : 'moveWays'}.${way}`)}</p>
        <ClaimPicker
          without={isLink ? null : id}
          isFit={(one) =>
            one.id !== claim?.id && (isLink || one.home !== null || way === 'support' || way === 'rebut')
          }
          onChoose={choose}
        />
      </div>
      {!isLink && at && !at.premise.reference && (
        <DialogActions>
          <Button onClick={() => settle(makeThesis(view, id))}>{t('place.asThesis')}</Button>
          {suggested && (
            <Button look="solid" onClick={() => settle(moved(suggested))}>
              {t('place.suggested', { text: short(suggested.text, 24) })}
            </Button>
          )}
        </DialogActions>
      )}
    </Dialog>
  );
}

function firstWay(asked: Asked, relation: Relation): Way {
  if (asked === 'join') return 'andAlso';
  if (asked === 'link-support') return 'support';
  if (asked === 'link-rebut') return 'rebut';
  return relation === 'rebut' ? 'rebut' : 'support';
}

function aimAt({ id, home }: Pick<Claim, 'id' | 'home'>, way: Way): Aim {
  if (way === 'undercut' && home !== null) return againstArgument(home);
  return { direction: way === 'support' ? 'support' : 'rebut', target: { kind: 'claim', id } };
}
