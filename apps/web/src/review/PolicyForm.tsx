import { MapInfo } from '@counterpoint/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askFor } from '../open/askFor.ts';
import { useDoc, useOpenMap } from '../open/openMap.ts';
import { PLACE_OF_POLICY } from '../open/placesOfWords.ts';
import { ROOM } from '../open/rooms.ts';
import { useTyped } from '../open/useTyped.ts';
import { Button } from '../ui/Button.tsx';
import { TextAreaField, TextField } from '../ui/Field.tsx';
import { fits } from '../ui/room.ts';

const QUOTA = { from: 1, to: 100 };
const TRUST = { from: 0, to: 100 };

/** The words of the policy, which wait on this device until they are saved, and its two numbers. */
export function PolicyForm() {
  const { t } = useTranslation('review');
  const session = useOpenMap();
  const info = useDoc(({ view }) => view.info);
  const [typed, keep] = useTyped(PLACE_OF_POLICY);
  const [quota, setQuota] = useState(String(info.quota));
  const [trust, setTrust] = useState(String(info.trust));
  const policy = typed?.text ?? info.policy;
  const read = { quota: MapInfo.shape.quota.safeParse(numberIn(quota)), trust: MapInfo.shape.trust.safeParse(numberIn(trust)) }; // prettier-ignore
  const next = { policy: policy.trim(), quota: read.quota.data, trust: read.trust.data };
  const isChanged = next.policy !== info.policy || next.quota !== info.quota || next.trust !== info.trust;
  const isGood = read.quota.success && read.trust.success && fits(policy, ROOM.policy);
  const save = (): void => {
    if (isGood) askFor(session, { kind: 'change-settings', set: next }, () => keep(undefined));
  };
  return (
    <form
      className="moderation-part"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <TextAreaField
        label={t('moderation.words')}
        hint={t('moderation.wordsHint')}
        rows={4}
        room={ROOM.policy}
        value={policy}
        onChange={({ target: { value } }) => keep(value === info.policy ? undefined : { text: value })}
      />
      <div className="moderation-numbers">
        <TextField
          label={t('moderation.quota')}
          inputMode="numeric"
          error={read.quota.success ? null : t('moderation.number', QUOTA)}
          value={quota}
          onChange={({ target }) => setQuota(target.value)}
        />
        <TextField
          label={t('moderation.trust')}
          hint={t('moderation.trustHint')}
          inputMode="numeric"
          error={read.trust.success ? null : t('moderation.number', TRUST)}
          value={trust}
          onChange={({ target }) => setTrust(target.value)}
        />
      </div>
      <Button type="submit" look="solid" disabled={!isChanged || !isGood}>
        {t('moderation.save')}
      </Button>
    </form>
  );
}

/** Nothing is no number. */
const numberIn = (text: string): number => (text.trim() === '' ? NaN : Number(text.normalize('NFKC')));
