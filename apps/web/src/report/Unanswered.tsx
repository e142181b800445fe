import { relationOf, relationOfClaim, standpointOf, unansweredIn, type ArgumentMap, type Unanswered as One } from '@counterpoint/shared'; // prettier-ignore
import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lasting } from '../i18n/inWords.ts';
import { useShowClaim } from '../open/showClaim.ts';
import { useName } from '../open/Signed.tsx';
import { useFigure } from '../open/useStrength.ts';
import { RelationSign } from '../relation/Relation.tsx';
import { Button } from '../ui/Button.tsx';

const FIRST = 6;

/** [S-20] Objections that nobody answered, those first that have stood open longest. */
export function Unanswered({ map, at }: { map: ArgumentMap; at: number }) {
  const { t } = useTranslation('report');
  const id = useId();
  const [isAll, showAll] = useState(false);
  const open = useMemo(() => openIn(map), [map]);
  const shown = isAll ? open : open.slice(0, FIRST);
  return (
    <section className="report-card" aria-labelledby={id}>
      <h3 id={id}>{t(open.length === 0 ? 'unanswered.none' : 'unanswered.title')}</h3>
      <p className="report-about">{t('unanswered.about', { count: open.length })}</p>
      <ul className="report-unanswered">
        {shown.map((one) => (
          <Line key={one.id} map={map} one={one} at={at} />
        ))}
      </ul>
      {open.length > shown.length && (
        <Button look="plain" onClick={() => showAll(true)}>
          {t('unanswered.all', { count: open.length })}
        </Button>
      )}
    </section>
  );
}

const openIn = (map: ArgumentMap): One[] =>
  unansweredIn(map)
    .filter(({ what }) => what === 'objection')
    .sort((a, b) => a.claim.at - b.claim.at);

function Line({ map, one: { id, claim }, at }: { map: ArgumentMap; one: One; at: number }) {
  const { t } = useTranslation('report');
  const name = useName(claim.by);
  const show = useShowClaim();
  const strength = useFigure(claim.id);
  const argument = standpointOf(map, id)?.argument;
  const relation = argument ? relationOf(argument) : relationOfClaim(map, claim);
  return (
    <li data-relation={relation}>
      <RelationSign relation={relation} />
      <button type="button" onClick={() => show(id)}>
        <span lang={claim.language}>{claim.text}</span>
        <small>{t('unanswered.open', { name, time: lasting(Math.max(0, at - claim.at)) })}</small>
      </button>
      {strength !== null && <StrengthBar value={Number(strength)} told={strength} />}
    </li>
  );
}

const StrengthBar = ({ value, told }: { value: number; told: string }) => (
  <span className="report-strength">
    <span aria-hidden="true">
      <i style={{ width: `${value * 100}%` }} />
    </span>
    {told}
  </span>
);
