import type { Claim, Id, Like } from '@counterpoint/shared';
import { useEffect, useEffectEvent, useState, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isPress, shown, spelled, type Key } from '../open/keys.ts';
import { useDoc, useOpenMap, useScreen } from '../open/openMap.ts';
import { showClaim } from '../open/showClaim.ts';
import { isComposing } from '../ui/isComposing.ts';
import { short } from '../ui/short.ts';
import { mostLike } from './likes.ts';
import './muchLike.css';
import { useInstead } from './useInstead.ts';
import { useSettled } from './useSettled.ts';

/** [S-30] Says, a moment after the last key, that much the same stands in the map already. */
export function MuchLike() {
  const { t } = useTranslation('board');
  const like = useLike();
  const claim = useDoc(({ view }) => view.claims.get(like?.claim ?? ''));
  return (
    <div className="much-like" data-idle={!claim || undefined}>
      {/* It is there before it has words: only then are they read out. */}
      <p role="status">
        {claim && t(like?.isSame ? 'like.same' : 'like.much', { text: short(claim.text, 60) })}
      </p>
      {claim && <WaysOn claim={claim} />}
    </div>
  );
}

function useLike(): Like | undefined {
  const session = useOpenMap();
  const text = useSettled(useScreen((state) => state.typed));
  const own = useScreen((state) => state.editing ?? state.draft?.claim ?? null);
  const was = useScreen((state) => state.was);
  const [like, setLike] = useState<Like>();
  const isAsked = text.trim() !== was.trim();
  useEffect(() => {
    let over = false;
    if (isAsked) void mostLike(session, text, own).then((found) => over || setLike(found));
    return () => {
      over = true;
    };
  }, [session, text, own, isAsked]);
  return isAsked ? like : undefined;
}

const GO: Key = 'Alt+Enter';
const INSTEAD: Key = 'Alt+Shift+Enter';

function WaysOn({ claim: { id } }: { claim: Claim }) {
  const { t } = useTranslation('board');
  const go = useGo(id);
  const instead = useInstead(id);
  const press = useEffectEvent((event: KeyboardEvent) => {
    const act = isPress(event, GO) ? go : isPress(event, INSTEAD) ? instead : undefined;
    if (!act || isComposing(event)) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  });
  useEffect(() => {
    // Before the field, which has uses of its own for Enter and Tab.
    const handle = (event: KeyboardEvent): void => press(event);
    addEventListener('keydown', handle, true);
    return () => removeEventListener('keydown', handle, true);
  }, []);
  return (
    <span className="much-like-ways">
      <Way text={t('like.go')} keys={GO} onPress={go} />
      {instead && <Way text={t('like.instead')} keys={INSTEAD} onPress={instead} />}
    </span>
  );
}

/** What was typed waits in its place. */
function useGo(id: Id): () => void {
  const { screen, doc } = useOpenMap();
  return () => {
    screen.getState().stopEditing();
    showClaim(screen, doc.getState().view, id);
    screen.getState().hands?.focus();
  };
}

interface WayProps {
  text: string;
  keys: Key;
  onPress: () => void;
}

function Way({ text, keys, onPress }: WayProps) {
  return (
    <button
      type="button"
      className="nodrag nopan"
      aria-keyshortcuts={spelled(keys)}
      title={shown(keys)}
      onMouseDown={keepFocus}
      onClick={onPress}
    >
      {text}
    </button>
  );
}

/** A field that is left sends its words: it is not left for this. */
const keepFocus = (event: MouseEvent): void => event.preventDefault();
