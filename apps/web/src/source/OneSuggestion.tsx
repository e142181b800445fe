import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { RelationTag } from '../relation/Relation.tsx';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { short } from '../ui/short.ts';
import { asksRelation, type Suggested } from './suggested.ts';

interface OneSuggestionProps {
  suggested: Suggested;
  isAt: boolean;
  mayAccept: boolean;
  /** How many wait that come from the same rule. */
  alike: number;
  onGo: (one: Suggested) => void;
  onAccept: (one: Suggested) => void;
  onChange: (one: Suggested) => void;
  onDismiss: (one: Suggested) => void;
  onAcceptRule: (one: Suggested) => void;
}

/** One part of the suggested outline: what it says, where it would stand, and why it is suggested at all. */
export const OneSuggestion = memo(function OneSuggestion({
  suggested,
  isAt,
  mayAccept,
  alike,
  ...acts
}: OneSuggestionProps) {
  const { t } = useTranslation('source');
  const { suggestion, words, accepted } = suggested;
  return (
    <li
      className="source-suggestion"
      aria-current={isAt || undefined}
      data-accepted={accepted !== null || undefined}
      style={{ paddingInlineStart: 20 + Math.min(3, suggestion.depth) * 22 }}
    >
      <div className="source-suggestion-head">
        {accepted ? (
          <RelationTag relation={accepted.sign === 'pending' ? 'thesis' : accepted.sign} />
        ) : (
          <Role suggested={suggested} />
        )}
        <span className="source-suggestion-acts">
          {accepted && (
            <span className="source-accepted">
              <Icon name="check" size={14} />{' '}
              {t(accepted.sign === 'pending' ? 'suggest.waits' : 'suggest.accepted')}
            </span>
          )}
          {!accepted && mayAccept && (
            <>
              <Button onClick={() => acts.onDismiss(suggested)}>{t('suggest.dismiss')}</Button>
              {!asksRelation(suggested) && (
                <Button onClick={() => acts.onChange(suggested)}>{t('suggest.change')}</Button>
              )}
              <Button look={isAt ? 'solid' : 'ghost'} onClick={() => acts.onAccept(suggested)}>
                {t(asksRelation(suggested) ? 'suggest.relate' : 'suggest.accept')}
              </Button>
            </>
          )}
        </span>
      </div>
      <button type="button" className="source-suggestion-words" onClick={() => acts.onGo(suggested)}>
        {words}
      </button>
      <Why
        suggested={suggested}
        alike={accepted || !mayAccept ? 0 : alike}
        onAcceptRule={() => acts.onAcceptRule(suggested)}
      />
    </li>
  );
});

/** What it does in the text, and where it would stand. */
function Role({ suggested }: { suggested: Suggested }) {
  const { t } = useTranslation('source');
  const { suggestion, above } = suggested;
  const place = asksRelation(suggested)
    ? t('suggest.asks')
    : above
      ? t('suggest.supports', { text: short(above.claim.text, 12) })
      : t('suggest.byItself');
  return (
    <span className="source-role">
      <b>{t(`role.${suggestion.role}`)}</b>
      <small>
        {place} · ¶{suggestion.block}
        {suggestion.speaker && ` · ${suggestion.speaker}`}
      </small>
    </span>
  );
}

/** [P-02] Its rule, the words that fired, and how often they were right. */
function Why({
  suggested,
  alike,
  onAcceptRule,
}: {
  suggested: Suggested;
  alike: number;
  onAcceptRule: () => void;
}) {
  const { t } = useTranslation('source');
  const { rule, cues, figure } = suggested;
  const name = rule.id.replace(/^(zh|en)\./, '');
  return (
    <p className="source-why">
      {t('suggest.rule')} <b>{t(`rule.${name}` as 'rule.contrast', { defaultValue: name })}</b>
      {cues.map((cue) => (
        <mark key={cue}>{cue}</mark>
      ))}
      {figure ? (
        <span className="source-figure" title={measuredText(t, suggested)}>
          <meter min={0} max={1} value={figure.precision} aria-hidden="true" />
          {figure.precision.toFixed(2).replace(/^0/, '')}
          <span className="visually-hidden">{measuredText(t, suggested)}</span>
        </span>
      ) : (
        <span>{t('suggest.unmeasured')}</span>
      )}
      {alike > 1 && (
        <button type="button" onClick={onAcceptRule}>
          {t('suggest.acceptRule', { count: alike })}
        </button>
      )}
    </p>
  );
}

/** "Right in 91 of 100; 72 Chinese talks, 893 hits". */
function measuredText(t: ReturnType<typeof useTranslation<'source'>>['t'], { figure }: Suggested): string {
  if (!figure) return t('suggest.unmeasured');
  const right = t('suggest.right', { share: Math.round(figure.precision * 100) });
  const corpus = t(`corpus.${figure.corpus}`);
  const hits = figure.n === null ? '' : t('suggest.hits', { count: figure.n });
  return [right, corpus, hits].filter(Boolean).join(' · ');
}
