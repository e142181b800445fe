import {
  relationOfClaim,
  relationOf,
  sideNamed,
  standpointOf,
  unansweredIn,
  type ArgumentMap,
  type Side,
  type Unanswered as One,
} from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useDoc, useOpenMap } from '../open/openMap.ts';
import { useName } from '../open/Signed.tsx';
import { SideTag } from '../open/SideTag.tsx';
import { RelationSquare } from '../relation/Relation.tsx';
import { Select } from '../ui/Field.tsx';
import './board.css';
import { shownIn } from './parts.ts';
import { Some } from './Some.tsx';
import { useGo } from './useGo.ts';

/** [S-20] For everybody: what nobody has answered. */
export const UnansweredPane = () => (
  <div className="board">
    <Unanswered pane="unanswered" />
  </div>
);

/** `pane` is the one that it stands in. */
export function Unanswered({ pane }: { pane: string }) {
  const { t } = useTranslation('board');
  const shown = shownIn(useOpenMap());
  // What waits for review is in front of nobody who could answer it.
  const view = useDoc((state) => state.unfolded);
  const all = unansweredIn(view);
  const groups = groupsIn(view, all);
  const chosen = useStore(shown, (state) => state.whose);
  const group = groups.find(({ key }) => key === chosen);
  const listed = group ? all.filter(group.has) : all;
  const objections = listed.filter(({ what }) => what === 'objection');
  const claims = listed.filter(({ what }) => what === 'claim');
  if (all.length === 0) return <p className="board-quiet">{t('unanswered.none')}</p>;
  return (
    <>
      <p className="board-quiet">{t('unanswered.about')}</p>
      <Select
        label={t('unanswered.filter')}
        value={group?.key ?? ''}
        onChange={(event) => shown.setState({ whose: event.target.value })}
      >
        <option value="">{t('unanswered.all', { count: all.length })}</option>
        {groups.map(({ key, side, has }) => {
          const count = all.filter(has).length;
          return (
            <option key={key} value={key}>
              {side
                ? t('unanswered.side', { name: side.name, count })
                : t(`unanswered.${key as 'for'}`, { count })}
            </option>
          );
        })}
      </Select>
      <List title={t('unanswered.objections')} items={objections} pane={pane} />
      <List title={t('unanswered.claims')} items={claims} pane={pane} />
    </>
  );
}

interface Group {
  readonly key: string;
  readonly side?: Side | undefined;
  readonly has: (one: One) => boolean;
}

/** By the sides of a debate, where people spoke for any; else by what it says of the thesis. */
function groupsIn(view: ArgumentMap, all: readonly One[]): readonly Group[] {
  const sides = new Map(
    all.flatMap(({ claim }) => sideNamed(view, claim.side) ?? []).map((one) => [one.id, one]),
  );
  if (sides.size === 0)
    return (['for', 'against'] as const).map((key) => ({ key, has: ({ leaning }) => leaning === key }));
  const groups = [...sides.values()].map((side) => ({
    key: side.id,
    side,
    has: ({ claim }: One) => claim.side === side.id,
  }));
  return [...groups, { key: 'noSide', has: ({ claim }) => !sides.has(claim.side ?? '') }];
}

function List({ title, items, pane }: { title: string; items: readonly One[]; pane: string }) {
  if (items.length === 0) return null;
  return (
    <section>
      <h2>
        {title} <span>{items.length}</span>
      </h2>
      <Some list={title} items={items} draw={(one) => <Line key={one.id} one={one} pane={pane} />} />
    </section>
  );
}

function Line({ one: { id, claim }, pane }: { one: One; pane: string }) {
  const go = useGo(pane);
  const name = useName(claim.by);
  const relation = useDoc(({ view }) => {
    const at = standpointOf(view, id)?.argument;
    return at ? relationOf(at) : relationOfClaim(view, claim);
  });
  const side = useDoc(({ view }) => sideNamed(view, claim.side));
  return (
    <li>
      <button type="button" className="board-claim" onClick={() => go(id)}>
        <RelationSquare relation={relation} />
        <span lang={claim.language}>{claim.text}</span>
        <small>
          {name} {side && <SideTag side={side} />}
        </small>
      </button>
    </li>
  );
}
