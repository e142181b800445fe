import { standing } from '@counterpoint/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { useNow } from '../ui/useNow.ts';
import { WritingField } from '../ui/WritingField.tsx';
import type { OneClaim } from './panelProps.ts';
import { useAsk } from './useAsk.ts';

/** The wording, large, and edited in its place. */
export function Wording(props: OneClaim & { mayEdit: boolean }) {
  const { view, claim, me, proposed, mayEdit, onEditing } = props;
  const { t } = useTranslation('claim');
  const ask = useAsk(props);
  const now = useNow();
  /** The wording that the writer started from; null while nothing is written. */
  const [was, setWas] = useState<string | null>(null);
  const [words, setWords] = useState<string | null>(null);
  const open = (next: string | null) => {
    setWas(next);
    onEditing?.(next === null ? null : claim.id);
  };
  // What a proposal says is not the wording yet: others decide first.
  const waits = (proposed.get(claim.id) ?? []).some((proposal) => proposal.by !== me.participant);
  if (was === null) {
    return (
      <div className="claim-wording">
        <p lang={claim.language}>{claim.text}</p>
        {mayEdit && !waits && (
          <Button look="plain" icon="edit" onClick={() => open(claim.text)}>
            {t('reword')}
          </Button>
        )}
      </div>
    );
  }
  const asked = { kind: 'reword', claim: claim.id, text: '…', was } as const;
  const reviewed = standing(view, asked, me.participant, now) === 'proposal';
  const save = (text: string) => {
    if (text !== was && !ask({ kind: 'reword', claim: claim.id, text, was })) return;
    setWords(null);
    open(null);
  };
  return (
    <WritingField
      className="claim-wording-field"
      label={t('wording')}
      lang={claim.language}
      start={words ?? was}
      hint={t(reviewed ? 'rewordReviewed' : 'rewordKeys')}
      save={t('save')}
      cancel={t('cancel')}
      onWrite={setWords}
      onSave={save}
      onCancel={() => open(null)}
    />
  );
}
