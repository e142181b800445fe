import { memo, useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useOpenMap, useStanding } from '../open/openMap.ts';
import { isOn } from '../open/preferences.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { isComposing } from '../ui/isComposing.ts';
import { Segmented } from '../ui/Segmented.tsx';
import { QUOTING } from './adding.ts';
import { useDismissed } from './dismissed.ts';
import { Hints } from './Hints.tsx';
import { OneSuggestion } from './OneSuggestion.tsx';
import { asksRelation, isTrusted, LEAST, TRUSTS, type Suggested } from './suggested.ts';
import { useSuggestionActs } from './useSuggestionActs.ts';

interface SuggestionsProps {
  edition: string;
  suggested: readonly Suggested[];
}

/**
 * [P-02] The outline that the rules read off the text; each part is taken, changed or put aside by a person. Of a book there are
 * thousands: none is drawn again for a step in the list, or for what else happens in the map.
 */
export const Suggestions = memo(function Suggestions({ edition, suggested }: SuggestionsProps) {
  const { t } = useTranslation('source');
  const { screen } = useOpenMap();
  const list = useRef<HTMLOListElement>(null);
  const [least, setLeast] = useState<number>(LEAST);
  const [at, setAt] = useState<string | null>(null);
  const dismissed = useDismissed(edition);
  const may = useStanding(QUOTING) !== 'refused';
  const acts = useSuggestionActs(edition);
  const shown = useMemo(
    () => suggested.filter((one) => isTrusted(one, least) && !dismissed.has(one.suggestion.id)),
    [suggested, least, dismissed],
  );
  const open = useMemo(() => shown.filter(({ accepted }) => accepted === null), [shown]);
  const waiting = useMemo(() => countedBy(open, ({ rule }) => rule.id), [open]);
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  const go = useCallback(
    (one: Suggested | undefined): void => {
      if (!one) return;
      setAt(one.suggestion.id);
      screen.getState().read(edition, one.suggestion);
    },
    [screen, edition],
  );
  const acceptRule = useCallback(
    ({ rule }: Suggested): void => acts.acceptAll(open.filter((one) => one.rule.id === rule.id)),
    [acts, open],
  );
  const handleKey = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.target !== event.currentTarget || isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return; // prettier-ignore
    const here = shown.findIndex(({ suggestion }) => suggestion.id === at);
    const one = shown[here];
    const key = event.key.length === 1 && isOn('letterKeys') ? event.key.toUpperCase() : event.key;
    if (key === 'J' || key === 'ArrowDown') go(shown[here + 1] ?? one);
    else if (key === 'K' || key === 'ArrowUp') go(shown[Math.max(0, here - 1)]);
    else if (key === 'Z') acts.back();
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
          <Button look="plain" onClick={() => acts.restoreAll(dismissed)}>
            {t('suggest.restore', { count: dismissed.size })}
          </Button>
        )}
      </div>
      {suggested.length === 0 ? (
        <p className="source-suggest-none">{t('suggest.none')}</p>
      ) : (
        <>
          <ol ref={list} tabIndex={0} aria-label={t('suggest.list')} onKeyDown={handleKey}>
            {shown.map((one) => (
              <OneSuggestion
                key={one.suggestion.id}
                suggested={one}
                isAt={one.suggestion.id === at}
                mayAccept={may}
                alike={asksRelation(one) ? 0 : (waiting.get(one.rule.id) ?? 0)}
                onGo={go}
                onAccept={acts.accept}
                onChange={acts.change}
                onDismiss={acts.dismiss}
                onAcceptRule={acceptRule}
              />
            ))}
          </ol>
          <Hints of="suggest" />
        </>
      )}
    </section>
  );
});

function countedBy<T>(list: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const one of list) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
  return counts;
}

export const shortNumber = (value: number): string => value.toFixed(2).replace(/^0/, '');
