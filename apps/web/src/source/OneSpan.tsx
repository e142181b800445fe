import { useTranslation } from 'react-i18next';
import { useDoc } from '../open/openMap.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { short } from '../ui/short.ts';
import { isSettled, type Spanned } from './marking.ts';
import { touching } from './resting.ts';
import type { Curation } from './useCuration.ts';

interface OneSpanProps {
  span: Spanned;
  spans: readonly Spanned[];
  /** Of the text, where that is at hand. */
  words: string | undefined;
  /** How many people took part. */
  of: number;
  isAt: boolean;
  mayCurate: boolean;
  acts: Curation;
  onGo: () => void;
}

/** Marks that belong together: how many made them, who, and what becomes of them. */
export function OneSpan({ span, spans, words, of, isAt, mayCurate, acts, onGo }: OneSpanProps) {
  const { t } = useTranslation('round');
  const { label, people, marks } = span;
  const names = useDoc(({ view }) => [...new Set(marks.map(({ by }) => view.participants.get(by ?? '')?.name ?? ''))].filter(Boolean).join(t('comma'))); // prettier-ignore
  const others = touching(spans, span).filter((one) => one !== span);
  const notes = marks.filter(({ text }) => text !== '');
  return (
    <li aria-current={isAt || undefined} data-all={people === of || undefined}>
      <p className="round-span-head">
        <b className="round-label">{label}</b>
        <span className="round-people" title={names}>
          <meter min={0} max={Math.max(1, of)} value={people} aria-hidden="true" />
          {t(people === of ? 'all' : 'some', { count: people, of })}
        </span>
        {isSettled(span) && <Outcome span={span} />}
      </p>
      <button type="button" className="round-words" onClick={onGo}>
        {short(words ?? marks[0]?.exact ?? '', 120)}
      </button>
      <small>{names}</small>
      {others.length > 0 && (
        <small className="round-others">
          {t('alsoAs', {
            labels: others
              .map((one) => t('labelOf', { label: one.label, count: one.people }))
              .join(t('comma')),
          })}
        </small>
      )}
      {notes.map(({ id, text }) => (
        <blockquote key={id}>{text}</blockquote>
      ))}
      {mayCurate && <Ways span={span} acts={acts} isAt={isAt} />}
    </li>
  );
}

function Ways({ span, acts, isAt }: Pick<OneSpanProps, 'span' | 'acts' | 'isAt'>) {
  const { t } = useTranslation('round');
  if (isSettled(span))
    return (
      <div className="round-ways">
        <Button onClick={() => acts.again(span)}>{t('again')}</Button>
      </div>
    );
  return (
    <div className="round-ways">
      <Button look={isAt ? 'solid' : 'ghost'} onClick={() => acts.claim(span)}>
        {t('claim')}
      </Button>
      <Button onClick={() => acts.note(span)}>{t('note')}</Button>
      <Button onClick={() => acts.done(span)}>{t('done')}</Button>
    </div>
  );
}

function Outcome({ span }: { span: Spanned }) {
  const { t } = useTranslation('round');
  const isTaken = span.marks.some(({ curated }) => curated?.as === 'accepted');
  return (
    <span className="round-outcome">
      <Icon name="check" size={14} /> {t(isTaken ? 'taken' : 'wasDone')}
    </span>
  );
}
