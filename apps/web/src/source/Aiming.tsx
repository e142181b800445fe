import { standpointOf, type ArgumentMap, type Id } from '@counterpoint/shared';
import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { newDraft } from '../open/drafts.ts';
import { useOpenMap, useScreen, useSelected } from '../open/openMap.ts';
import type { Aiming as Aimed } from '../open/picked.ts';
import { startNew } from '../open/writing.ts';
import { RelationTag } from '../relation/Relation.tsx';
import { Button } from '../ui/Button.tsx';
import { isComposing } from '../ui/isComposing.ts';
import { short } from '../ui/short.ts';

/** While a passage looks for its claim: a press on a card takes it; by keys one goes there, and presses the button. */
export function Aiming() {
  const aiming = useScreen((state) => state.aiming);
  return aiming && <AimingBar aiming={aiming} />;
}

function AimingBar({ aiming }: { aiming: Aimed }) {
  const { t } = useTranslation('source');
  const session = useOpenMap();
  const selected = useSelected();
  const { aim, ask } = session.screen.getState();
  const { relation, picked } = aiming;
  const take = (premise: Id): void => {
    if (!fits(session.doc.getState().view, premise, aiming)) return;
    aim(null);
    startNew(session, { ...newDraft('reply', premise, relation), rests: picked });
  };
  useTakenByPress(take);
  const cancel = useEffectEvent(() => aim(null));
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !isComposing(event)) cancel();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
  const isFit = selected !== null && fits(session.doc.getState().view, selected.premise, aiming);
  return (
    <div className="source-aiming" role="status">
      <RelationTag relation={relation} />
      <p>
        {selected
          ? t(isFit ? 'aim.at' : 'aim.unfit', { text: short(selected.claim.text, 24) })
          : t(`aim.${relation}`)}
      </p>
      {selected && isFit && (
        <Button look="solid" onClick={() => take(selected.premise)}>
          {t('aim.take')}
        </Button>
      )}
      <Button
        icon="search"
        onClick={() => {
          aim(null);
          ask({ for: 'claim', picked, relation });
        }}
      >
        {t('aim.search')}
      </Button>
      <Button look="plain" onClick={() => aim(null)}>
        {t('aim.cancel')}
      </Button>
    </div>
  );
}

/** Only a step of an argument can be undercut; a use elsewhere is answered at its home. */
const fits = (view: ArgumentMap, premise: Id, { relation }: Aimed): boolean =>
  relation !== 'undercut' || standpointOf(view, premise) !== undefined;

/** A pointer that selects a claim means that one; keys only go there. */
function useTakenByPress(take: (premise: Id) => void): void {
  const { screen } = useOpenMap();
  const taken = useEffectEvent(take);
  useEffect(() => {
    let pressed = false;
    const down = ({ target }: PointerEvent): void => {
      pressed = target instanceof Element && target.closest('.workspace-main') !== null;
    };
    const key = (): void => {
      pressed = false;
    };
    document.addEventListener('pointerdown', down, true);
    document.addEventListener('keydown', key, true);
    const stop = screen.subscribe((now, was) => {
      if (pressed && now.selected !== null && now.selected !== was.selected) taken(now.selected);
    });
    return () => {
      document.removeEventListener('pointerdown', down, true);
      document.removeEventListener('keydown', key, true);
      stop();
    };
  }, [screen]);
}
