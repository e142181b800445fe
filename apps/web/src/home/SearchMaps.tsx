import { LONGEST_QUERY, pairsIn, type Hit, type Snippet } from '@counterpoint/shared';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { searchQuery } from '../api.ts';
import { problemText } from '../i18n/refusalText.ts';
import { linkTo, linkToText, SOURCE_VIEW } from '../open/links.ts';
import { isComposing } from '../ui/isComposing.ts';

/** Whoever types is asked for when they have stopped for so many ms. */
const STOPPED = 200;

/** Finds words in all maps of the person; whoever shows their titles hears of them. What an input method has not settled yet is no word. */
export function SearchMaps({ onWords }: { onWords: (words: string) => void }) {
  const { t } = useTranslation('home');
  const id = useId();
  const [words, setWords] = useState('');
  const [asked, setAsked] = useState('');
  const [composing, setComposing] = useState(false);
  useEffect(() => {
    if (composing) return;
    const timer = setTimeout(() => {
      setAsked(words.trim());
      onWords(words.trim());
    }, STOPPED);
    return () => clearTimeout(timer);
  }, [words, composing, onWords]);
  const clear = () => {
    setWords('');
    setAsked('');
    onWords('');
  };
  return (
    <div role="search" className="search-maps">
      <label htmlFor={id}>{t('search.label')}</label>
      <input
        id={id}
        className="control"
        type="search"
        placeholder={t('search.example')}
        autoComplete="off"
        spellCheck={false}
        maxLength={LONGEST_QUERY}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !isComposing(event)) clear();
        }}
      />
      {asked !== '' && words !== '' && <Found words={asked} />}
    </div>
  );
}

function Found({ words }: { words: string }) {
  const { t } = useTranslation(['home', 'common']);
  const isLongEnough = pairsIn(words).length > 0;
  const found = useQuery({ ...searchQuery(words), enabled: isLongEnough, placeholderData: keepPreviousData });
  if (!isLongEnough) return <p role="status">{t('search.short')}</p>;
  if (found.error)
    return (
      <p className="problem" role="alert">
        {problemText(found.error)}
      </p>
    );
  if (!found.data) return <p role="status">{t('loading', { ns: 'common' })}</p>;
  const { hits, more } = found.data;
  return (
    <>
      <p role="status">
        {more ? t('search.more', { count: hits.length }) : t('search.found', { count: hits.length })}
      </p>
      <ul aria-label={t('search.results')}>
        {hits.map((hit) => (
          <li key={`${hit.id} ${hit.start}`}>
            <Link to={addressOf(hit)}>{marked(hit.snippet)}</Link>
            <small>
              {t(`search.kind.${hit.kind}`)} · {hit.title}
            </small>
          </li>
        ))}
      </ul>
    </>
  );
}

function addressOf({ map, claim, kind, id, start }: Hit): string {
  if (claim !== null) return linkTo('', map, { claim });
  return kind === 'edition'
    ? linkToText(map, id, { start, end: start + 1 })
    : `/maps/${map}?view=${SOURCE_VIEW}`;
}

/** Places count code points. */
function marked({ text, hits }: Snippet): ReactNode[] {
  const points = Array.from(text);
  let end = 0;
  const pieces = hits.flatMap((hit) => {
    const before = points.slice(end, hit.start).join('');
    ({ end } = hit);
    return [before, <mark key={hit.start}>{points.slice(hit.start, hit.end).join('')}</mark>];
  });
  return [...pieces, points.slice(end).join('')];
}
