import { may, namedIn, waiting, type ArgumentMap, type Claim, type RecordRow } from '@counterpoint/shared';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, valueOf } from '../api.ts';
import { askFor } from '../open/askFor.ts';
import { describe, nameOfRow, type Told } from '../open/describe.ts';
import { useDoc, useOpenMap, type Selected } from '../open/openMap.ts';
import { showRecordOf } from '../open/showRecord.ts';
import { useShowClaim } from '../open/showClaim.ts';
import { Signed } from '../open/Signed.tsx';
import { Decided } from '../relation/Decided.tsx';
import { RelationTag } from '../relation/Relation.tsx';
import { TextDiff } from '../relation/TextDiff.tsx';
import { Button } from '../ui/Button.tsx';
import { Skeleton } from '../ui/Spinner.tsx';
import { mapsOf } from './asItStood.ts';

/** The latest; the rest stands in the record. */
const MOST = 200;

/** What became of a claim since it was written, what was proposed and decided about it, and its earlier wordings to come back to. */
export function HistoryTab({ claim }: Selected) {
  const { t } = useTranslation('claim');
  const { t: record } = useTranslation('record');
  const { id: map, screen } = useOpenMap();
  const view = useDoc((state) => state.view); // a row may speak of anything in it
  const history = useQuery({
    queryKey: ['history', claim.id, useDoc((state) => stateOf(state.confirmed, claim.id))],
    queryFn: async () => (await valueOf(api.record(map, { claim: claim.id, limit: MOST }))).rows,
    placeholderData: (before) => before,
  });
  if (history.isError) {
    return (
      <div className="claim-tab">
        <p role="alert">{t('history.failed')}</p>
        <Button onClick={() => void history.refetch()}>{t('history.again')}</Button>
      </div>
    );
  }
  if (!history.data) {
    return (
      <div className="claim-tab" aria-busy="true" aria-label={t('history.loading')}>
        <Skeleton width="60%" />
        <Skeleton />
        <Skeleton width="80%" />
      </div>
    );
  }
  // What was said about it has a tab of its own.
  const rows = history.data.filter(({ kind }) => kind !== 'comment').toReversed();
  const maps = mapsOf(view, claim, rows);
  const steps = rows.map((row, i) => (
    <OneStep key={`${row.version} ${row.part}`} row={row} then={maps[i] ?? view} claim={claim} />
  ));
  return (
    <div className="claim-tab">
      <ol className="history" aria-label={t('tabs.history')}>
        {steps.reverse()}
      </ol>
      <Button icon="history" onClick={() => showRecordOf(screen, claim.id)}>
        {record('whole')}
      </Button>
    </div>
  );
}

/** Whatever else it is now was done by a change that is not in an older answer. */
function stateOf(map: ArgumentMap, id: string): string {
  const claim = map.claims.get(id);
  const home = map.arguments.get(claim?.home ?? '');
  const named = new Set([id, home?.id ?? '', ...(map.index.quotations.get(id) ?? [])]);
  const waits = [...map.proposals.values()].filter(({ edit }) => [...namedIn(waiting({ edit }))].some((one) => named.has(one))); // prettier-ignore
  const flags = [...map.flags.values()].filter(({ about }) => about === id);
  return JSON.stringify([
    [claim?.text, claim?.home, claim?.order, claim?.beside.length, claim?.removed],
    [home?.direction, home?.target.id, home?.order, home?.removed],
    [...(map.index.uses.get(id) ?? []), ...(map.index.quotations.get(id) ?? [])],
    waits.map(({ id: one, state, at }) => [one, state, at]),
    flags.map(({ id: one, seen, removed }) => [one, seen, removed]),
  ]);
}

/** `then` is the map by which it is told. */
function OneStep({ claim, row, then }: { claim: Claim; row: RecordRow; then: ArgumentMap }) {
  const { t } = useTranslation('claim');
  const { t: edits } = useTranslation('edits');
  const told = row.did && describe(edits, then, row.did);
  const isMine = row.about === claim.id;
  // A change of side is told by its sign.
  const wording = row.kind === 'turn' ? null : (row.after ?? told?.text ?? null);
  return (
    <li>
      <small>
        <Signed stamp={{ by: row.by?.id ?? null, at: row.at }} />
        {row.verdict === 'accepted' && row.kind !== 'decide' && <span>{t('history.reviewed')}</span>}
      </small>
      <p>
        {nameOfRow(row.kind)} {told?.place && <WhereItCame place={told.place} claim={claim.id} />}
      </p>
      {row.beside && <p className="claim-quiet">{t(`history.${row.beside}`)}</p>}
      {row.before !== null && row.after !== null && row.beside !== 'settled' && row.kind !== 'turn' ? (
        <TextDiff before={row.before} after={row.after} lang={claim.language} />
      ) : (
        wording !== null && (
          <p className="text-diff" lang={claim.language}>
            {wording}
          </p>
        )
      )}
      <Decided row={row} />
      {isMine && row.after !== null && row.kind !== 'remove' && (
        <ComeBack claim={claim} wording={row.after} />
      )}
    </li>
  );
}

function ComeBack({ claim, wording }: { claim: Claim; wording: string }) {
  const { t } = useTranslation('claim');
  const session = useOpenMap();
  const mayEdit = useDoc(({ view, role }) => may(role, 'edit', view.info.access));
  if (!mayEdit || wording === claim.text) return null;
  return (
    <Button
      icon="undo"
      aria-label={t('history.restoreNamed', { text: wording })}
      onClick={() => askFor(session, { kind: 'reword', claim: claim.id, text: wording, was: claim.text })}
    >
      {t('history.restore')}
    </Button>
  );
}

/** What a claim came to speak to, or to count with; nothing where that is not known any more. */
function WhereItCame({
  place: { relation, under },
  claim,
}: {
  place: NonNullable<Told['place']>;
  claim: string;
}) {
  const { t } = useTranslation('claim');
  const goTo = useShowClaim();
  if (relation === 'thesis') return <RelationTag relation="thesis" />;
  if (!under || under.id === claim) return null;
  return (
    <>
      {relation === 'andAlso' ? (
        <span className="claim-sign">{t('sign.andAlso')}</span>
      ) : (
        <RelationTag relation={relation} />
      )}{' '}
      <span aria-hidden="true">→</span>{' '}
      <button type="button" className="claim-link" lang={under.language} onClick={() => goTo(under.id)}>
        {under.text}
      </button>
    </>
  );
}
