import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { askFor, undo } from '../open/askFor.ts';
import { useOpenMap, useStanding } from '../open/openMap.ts';
import { isOn } from '../open/preferences.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { isComposing } from '../ui/isComposing.ts';
import { Segmented } from '../ui/Segmented.tsx';
import { accepting, acceptingAll, pickedOf } from './accepting.ts';
import { QUOTING } from './adding.ts';
import { dismiss, useDismissed } from './dismissed.ts';
import { Hints } from './Hints.tsx';
import { OneSuggestion } from './OneSuggestion.tsx';
import { asksRelation, isTrusted, LEAST, TRUSTS, type Suggested } from './suggested.ts';

interface SuggestionsProps {
  edition: string;
  suggested: readonly Suggested[];
}

/** [P-02] The outline that the rules read off the text; each part is taken, changed or put aside by a person. */
export function Suggestions({ edition, suggested }: SuggestionsProps) {
  const { t } = useTranslation('source');
  const { screen } = useOpenMap();
  const list = useRef<HTMLOListElement>(null);
  const [least, setLeast] = useState<number>(LEAST);
  const [at, setAt] = useState<string | null>(null);
  const dismissed = useDismissed(edition);
  const acts = useActs(edition);
  const shown = suggested.filter((one) => isTrusted(one, least) && !dismissed.has(one.suggestion.id));
  const open = shown.filter(({ accepted }) => accepted === null);
  const waiting = countedBy(open, ({ rule }) => rule.id);
  const go = (one: Suggested | undefined): void => {
    if (!one) return;
    setAt(one.suggestion.id);
    screen.getState().read(edition, one.suggestion);
    list.current?.children[shown.indexOf(one)]?.scrollIntoView({ block: 'nearest' });
  };
  const handleKey = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.target !== event.currentTarget || isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return; // prettier-ignore
    const here = shown.findIndex(({ suggestion }) => suggestion.id === at);
    const one = shown[here];
    const key = event.key.length === 1 && isOn('letterKeys') ? event.key.toUpperCase() : event.key;
    if (key === 'J' || key === 'ArrowDown') go(shown[here + 1] ?? one);
    else if (key === 'K' || key === 'ArrowUp') go(shown[Math.max(0, here - 1)]);
    else if (key === 'Z') acts.back(edition);
    else if (one && key === 'A' && !one.accepted) {
      acts.accept(one);
      go(shown.slice(here + 1).find(({ accepted }) => !accepted));
    } else if (one && key === 'E' && !one.accepted) acts.change(one);
    else if (one && key === 'X' && !one.accepted) {
      go(shown[here + 1]);
      acts.dismiss(one);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <section className="source-suggestions" aria-label={t('suggest.title')}>
      <header className="source-head">
        <h2>{t('suggest.title')}</h2>
        <small>{t('suggest.about', { count: open.length })}</small>
      </header>
      <div className="source-suggest-tools">
        <span>{t('suggest.least')}</span>
        <Segmented
          label={t('suggest.least')}
          value={String(least)}
          options={TRUSTS.map((value) => ({ value: String(value), text: shortNumber(value) }))}
          onChange={(value) => setLeast(Number(value))}
        />
        <IconButton
          icon="settings"
          label={t('rules.title')}
          onClick={() => screen.getState().ask({ for: 'rules' })}
        />
        {dismissed.size > 0 && (
          <Button look="plain" onClick={() => acts.restoreAll(edition, dismissed)}>
            {t('suggest.restore', { count: dismissed.size })}
          </Button>
        )}
      </div>
      <ol ref={list} tabIndex={0} aria-label={t('suggest.list')} onKeyDown={handleKey}>
        {shown.map((one) => (
          <OneSuggestion
            key={one.suggestion.id}
            suggested={one}
            isAt={one.suggestion.id === at}
            mayAccept={acts.may}
            alike={asksRelation(one) ? 0 : (waiting.get(one.rule.id) ?? 0)}
            onGo={() => go(one)}
            onAccept={() => acts.accept(one)}
            onChange={() => acts.change(one)}
            onDismiss={() => acts.dismiss(one)}
            onAcceptRule={() => acts.acceptAll(open.filter(({ rule }) => rule.id === one.rule.id))}
          />
        ))}
      </ol>
      <Hints of="suggest" />
      {suggested.length === 0 && <p className="source-settled">{t('suggest.none')}</p>}
    </section>
  );
}

function countedBy<T>(list: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const one of list) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
  return counts;
}

export const shortNumber = (value: number): string => value.toFixed(2).replace(/^0/, '');

/** What a person does with a suggestion, and the way back from the last of it. */
function useActs(edition: string) {
  const session = useOpenMap();
  /** What was done last: an edit, or a suggestion put aside. */
  const last = useRef<{ readonly away: string | null } | null>(null);
  const view = () => session.doc.getState().view;
  const change = (one: Suggested): void => {
    const picked = pickedOf(edition, one);
    const relation = one.above || asksRelation(one) ? 'support' : 'thesis';
    session.screen.getState().ask({ for: 'claim', picked, relation, target: one.above?.claim.id ?? null });
  };
  return {
    may: useStanding(QUOTING) !== 'refused',
    change,
    accept: (one: Suggested): void => {
      if (asksRelation(one)) change(one);
      else if (askFor(session, accepting(view(), edition, one))) last.current = { away: null };
    },
    acceptAll: (all: readonly Suggested[]): void => {
      if (askFor(session, acceptingAll(view(), edition, all)?.edit)) last.current = { away: null };
    },
    dismiss: ({ suggestion }: Suggested): void => {
      dismiss(edition, suggestion.id, true);
      last.current = { away: suggestion.id };
    },
    restoreAll: (of: string, all: ReadonlySet<string>): void => {
      for (const one of all) dismiss(of, one, false);
    },
    back: (of: string): void => {
      if (last.current?.away === null) undo(session);
      else if (last.current) dismiss(of, last.current.away, false);
      last.current = null;
    },
  };
}
