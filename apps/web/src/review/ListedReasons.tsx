import { ReasonCode, type Id } from '@counterpoint/shared';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { askFor } from '../open/askFor.ts';
import { newId } from '../open/newId.ts';
import { useDoc, useOpenMap } from '../open/openMap.ts';
import { Switch } from '../ui/Switch.tsx';

/** The reasons of every map: each can be off the list here, but for the one that says it in words. */
export function ListedReasons() {
  const { t } = useTranslation('review');
  const session = useOpenMap();
  const off = useOff();
  const turn = (code: ReasonCode): void => {
    const id = off.get(code);
    askFor(
      session,
      id === undefined
        ? { kind: 'set-reason', reason: newId(), code, zh: '', en: '', offered: false }
        : { kind: 'drop-reason', reason: id },
    );
  };
  return (
    <section className="moderation-part">
      <h3>{t('moderation.reasons')}</h3>
      <p className="moderation-hint">{t('moderation.reasonsHint')}</p>
      <div className="moderation-listed">
        {ReasonCode.options.map((code) => (
          <Switch
            key={code}
            label={t(`reason.${code}`)}
            checked={!off.has(code)}
            disabled={code === 'other'}
            onChange={() => turn(code)}
          />
        ))}
      </div>
    </section>
  );
}

/** What is off, with the change that says so. */
function useOff(): ReadonlyMap<ReasonCode | null, Id> {
  const reasons = useDoc(({ view }) => view.reasons);
  return useMemo(
    () =>
      new Map([...reasons.values()].flatMap(({ id, code }) => (code === null ? [] : [[code, id] as const]))),
    [reasons],
  );
}
