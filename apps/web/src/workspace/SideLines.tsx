// What one line over the map says about sides: that one may choose, and that the map is looked at by side.
import { debateOf, may, sideNamed, sideOf, type Edit, type Id, type Side } from '@counterpoint/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askFor } from '../open/askFor.ts';
import { standingOf, useDoc, useDocList, useOpenMap, useScreen } from '../open/openMap.ts';
import { SideSign, SideTag } from '../open/SideTag.tsx';
import { Button, IconButton } from '../ui/Button.tsx';
import { useNow } from '../ui/useNow.ts';

const choosing = (participant: Id, side: Id): Edit => ({ kind: 'set-side', participant, side });

/** [D9] Where people choose their sides: once, by who is on none. */
export function ChooseSide() {
  const { t } = useTranslation('side');
  const session = useOpenMap();
  const me = useDoc((state) => state.participant);
  const now = useNow();
  const [isLater, setLater] = useState(false);
  const sides = useDocList((doc): readonly Side[] => {
    const debate = debateOf(doc.view);
    const first = debate?.sides[0];
    if (!debate?.choose || !first || me === null || sideOf(doc.view, me) !== null) return [];
    // Who decides may put everyone somewhere, and is on no side.
    if (may(doc.role, 'review')) return [];
    return standingOf(doc, choosing(me, first.id), now) === 'change' ? debate.sides : [];
  });
  if (sides.length === 0 || me === null || isLater) return null;
  return (
    <section className="map-line" aria-label={t('choose.label')}>
      <p>
        <b>{t('choose.title')}</b> {t('choose.about')}
      </p>
      <div>
        {sides.map(({ id, name, sign }) => (
          <Button key={id} onClick={() => askFor(session, choosing(me, id))}>
            <SideSign sign={sign} size={12} />
            {name}
          </Button>
        ))}
        <IconButton icon="close" label={t('choose.later')} onClick={() => setLater(true)} />
      </div>
    </section>
  );
}

/** [S-09] Says that what the other sides said steps back, and brings it forward again. */
export function OnlySide() {
  const { t } = useTranslation('side');
  const only = useScreen((state) => state.onlySide);
  const showSide = useScreen((state) => state.showSide);
  const side = useDoc(({ view }) => sideNamed(view, only));
  if (!side) return null;
  return (
    <section className="map-line" aria-label={t('onlyLabel')}>
      <p role="status">
        {t('onlyBefore')} <SideTag side={side} /> {t('onlyAfter')}
      </p>
      <div>
        <Button onClick={() => showSide(null)}>{t('all')}</Button>
      </div>
    </section>
  );
}
