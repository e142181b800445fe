import { isLive, type Id, type RecordRow } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { describe, nameOfRow } from '../open/describe.ts';
import { useDoc, useOpenMap } from '../open/openMap.ts';
import { useShowClaim } from '../open/showClaim.ts';
import { Signed } from '../open/Signed.tsx';
import { Decided } from '../relation/Decided.tsx';
import { TextDiff } from '../relation/TextDiff.tsx';

/** One deed: who and when, told in a sentence, with the words before and after, and why. */
export function OneRow({ row }: { row: RecordRow }) {
  const { t } = useTranslation('record');
  const { t: edits } = useTranslation('edits');
  const view = useDoc((state) => state.view); // a row may speak of anything in it
  const { kind, did, claim, rule, at, by } = row;
  const sentence = did && kind !== 'change-settings' ? describe(edits, view, did).sentence : '';
  const language = view.claims.get(claim ?? '')?.language;
  return (
    <li>
      <small>
        <b className="claim-sign">{nameOfRow(kind)}</b>
        <Signed stamp={{ by: by?.id ?? null, at }} />
      </small>
      <div className="record-deed">
        {sentence !== '' && <p>{sentence}</p>}
        <Words row={row} language={language} sentence={sentence} />
        <Decided row={row} />
        {rule !== null && <p className="record-quiet">{t('rule', { rule })}</p>}
        {claim !== null && <ToClaim claim={claim} />}
      </div>
    </li>
  );
}

interface WordsProps {
  row: RecordRow;
  language: string | undefined;
  /** What it says is not said again. */
  sentence: string;
}

function Words({ row: { kind, before, after, did }, language, sentence }: WordsProps) {
  const { t } = useTranslation();
  const { t: record } = useTranslation('record');
  if (kind === 'join' || kind === 'set-role') {
    const role = (name: string | null) => (name === null ? record('noRole') : t(`role.${name as 'owner'}`));
    return (
      <p>
        {kind === 'set-role' && `${role(before)} → `}
        {role(after)}
      </p>
    );
  }
  // A side and the like are told by the sentence.
  if (did?.kind === 'turn') return null;
  if (before !== null && after !== null && before !== after)
    return <TextDiff before={before} after={after} {...(language ? { lang: language } : {})} />;
  const words = after ?? before;
  if (words === null || sentence.includes(words)) return null;
  const Tag = after === null ? 'del' : 'span';
  return (
    <p className="text-diff" lang={language}>
      <Tag>{words}</Tag>
    </p>
  );
}

function ToClaim({ claim }: { claim: Id }) {
  const { t } = useTranslation('record');
  const { screen } = useOpenMap();
  const is = useDoc(({ view }) =>
    view.claims.has(claim) ? (isLive(view, claim) ? 'here' : 'removed') : 'none',
  );
  const goTo = useShowClaim();
  if (is === 'none') return null;
  if (is === 'removed') return <p className="record-quiet">{t('isRemoved')}</p>;
  const show = (): void => {
    goTo(claim);
    screen.getState().openPanel(true);
  };
  return (
    <button type="button" className="claim-link" onClick={show}>
      {t('show')}
    </button>
  );
}
