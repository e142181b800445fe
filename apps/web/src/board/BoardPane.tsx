import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { unansweredIn } from '@counterpoint/shared';
import { useDoc, useOpenMap } from '../open/openMap.ts';
import { Segmented } from '../ui/Segmented.tsx';
import './board.css';
import { Hands } from './Hands.tsx';
import { BOARD_PANE, PARTS, shownIn } from './parts.ts';
import { People } from './People.tsx';
import { Tidy } from './Tidy.tsx';
import { Unanswered } from './Unanswered.tsx';
import { Waiting } from './Waiting.tsx';

/** What whoever decides has an eye on while others argue. */
export function BoardPane() {
  const { t } = useTranslation('board');
  const shown = shownIn(useOpenMap());
  const part = useStore(shown, (state) => state.part);
  const map = useDoc((state) => state.unfolded);
  const objections = unansweredIn(map).filter(({ what }) => what === 'objection').length;
  return (
    <div className="board">
      <Segmented
        label={t('parts.label')}
        value={part}
        options={PARTS.map((value) => ({
          value,
          text: t(`parts.${value}`),
          ...(value === 'unanswered' ? { count: objections } : {}),
        }))}
        onChange={(next) => shown.setState({ part: next })}
      />
      {part === 'now' && (
        <>
          <Waiting />
          <Hands />
          <People />
        </>
      )}
      {part === 'unanswered' && <Unanswered pane={BOARD_PANE} />}
      {part === 'tidy' && <Tidy />}
    </div>
  );
}
