import { mergersInto, type Claim, type Merger } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { askFor, askWithUndo } from '../open/askFor.ts';
import { mayFlag } from '../open/flags.ts';
import { useDoc, useDocList, useOpenMap, useStanding } from '../open/openMap.ts';
import { Signed, useName } from '../open/Signed.tsx';
import { Button, IconButton } from '../ui/Button.tsx';

/** [E18] The words of the claims that were merged into this one, each with who wrote it. */
export function Merged({ claim }: { claim: Claim }) {
  const { t } = useTranslation('claim');
  const mergers = useDocList(({ view }) => mergersInto(view, claim.id));
  if (mergers.length === 0) return null;
  return (
    <section className="claim-section">
      <h2>
        {t('merged.title')} <span className="claim-count">{mergers.length}</span>
      </h2>
      <ul className="claim-merged">
        {mergers.map((merger) => (
          <OneMerged key={merger.id} merger={merger} />
        ))}
      </ul>
    </section>
  );
}

function OneMerged({ merger }: { merger: Merger }) {
  const { t } = useTranslation('claim');
  const session = useOpenMap();
  const name = useName(merger.merged.by);
  const part = { kind: 'unmerge-claim', claim: merger.id } as const;
  const removal = { kind: 'remove', id: merger.id } as const;
  const mayPart = useStanding(part) !== 'refused';
  const mayRemove = useStanding(removal) === 'change';
  const canFlag = useDoc((doc) => mayFlag(doc, merger.id));
  return (
    <li>
      <p lang={merger.language}>{merger.text}</p>
      <div className="claim-quoted">
        <Signed stamp={merger} />
        <span>{t('merged.by', { name })}</span>
        {mayPart && (
          <Button
            look="plain"
            aria-label={t('merged.partNamed', { text: merger.text })}
            onClick={() => askFor(session, part)}
          >
            {t('merged.part')}
          </Button>
        )}
        {canFlag && (
          <IconButton
            icon="warning"
            label={t('discussion.flag')}
            onClick={() => session.screen.getState().ask({ for: 'flag', about: merger.id })}
          />
        )}
        {mayRemove && (
          <IconButton icon="trash" label={t('merged.remove')} onClick={() => askWithUndo(session, removal)} />
        )}
      </div>
    </li>
  );
}
