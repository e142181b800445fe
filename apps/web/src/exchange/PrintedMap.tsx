// What paper shows of the map: all of it as an outline with numbers, whichever part of it is on the screen (U-17).
import {
  chosen,
  contentOf,
  documentOf,
  fileContent,
  type DocumentLine,
  type MapDocument,
} from '@counterpoint/shared';
import { useEffect, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { useView } from '../open/house.ts';
import { useOpenMap } from '../open/openMap.ts';
import { isOn } from '../open/preferences.ts';
import type { MapSession } from '../open/mapSession.ts';
import './print.css';
import { home } from '../base.ts';

/** Of these views; the others print as they are. */
const PRINTED = new Set(['map', 'outline']);

export function PrintedMap() {
  const session = useOpenMap();
  const { id } = useView();
  const [page, setPage] = useState<MapDocument | null>(null);
  useEffect(() => {
    if (!PRINTED.has(id)) return undefined;
    // The browser takes the page as it stands when this has run.
    const before = (): void => flushSync(() => setPage(pageOf(session)));
    const after = (): void => setPage(null);
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, [id, session]);
  return page && createPortal(<Page page={page} />, document.body);
}

function pageOf({ doc, id }: MapSession): MapDocument {
  const { confirmed, participant, role, version } = doc.getState();
  const content = fileContent(contentOf(confirmed), { participant, role }, confirmed);
  const wanted = { comments: isOn('printTalk'), quotations: isOn('printQuotations') };
  const origin = { at: Date.now(), version: version ?? 0, permalink: `${home}/maps/${id}` };
  return documentOf(chosen(content, wanted).value, origin);
}

function Page({ page }: { page: MapDocument }) {
  const { title, question, about, language, facts, parts, words } = page;
  return (
    <main className="printed" lang={language}>
      <h1 dir="auto">{title}</h1>
      {[question, about].filter(Boolean).map((text) => (
        <p key={text} dir="auto">
          {text}
        </p>
      ))}
      <p className="printed-facts">
        {facts.map(({ label, text }) => `${label}${words.colon}${text}`).join(' · ')}
      </p>
      {parts.map(({ letter, heading, lines }) => (
        <section key={letter}>
          {heading !== '' && <h2>{heading}</h2>}
          {lines.map((line) => (
            <Line key={line.number} line={line} colon={words.colon} />
          ))}
        </section>
      ))}
    </main>
  );
}

function Line({ line, colon }: { line: DocumentLine; colon: string }) {
  const { number, depth, relation, sign, label, text, language, author, see, continued } = line;
  return (
    <div className="printed-line" data-relation={relation} style={{ marginInlineStart: `${depth * 1.4}em` }}>
      <p>
        <b>{number}</b>{' '}
        {label !== '' && (
          <span className="printed-relation">
            {sign} {label}
            {colon}
          </span>
        )}{' '}
        {text !== '' && (
          <span lang={language} dir="auto">
            {text}
          </span>
        )}{' '}
        {see?.text} {author !== '' && <small>— {author}</small>} {continued?.text}
      </p>
      {line.quotations.map(({ note, exact, language: of, bearing, place, gloss }) => (
        <blockquote key={note}>
          <span lang={of} dir="auto">
            {exact}
          </span>{' '}
          {gloss && (
            <span lang={gloss.language}>
              {gloss.text}
              {gloss.by}
            </span>
          )}
          <small>
            {bearing}
            {colon}
            {place}
          </small>
        </blockquote>
      ))}
      {line.comments.map(({ label: by, text: said }, at) => (
        // Comments of a line have no identity but their place.
        <p key={at} className="printed-comment">
          {by} <span dir="auto">{said}</span>
        </p>
      ))}
    </div>
  );
}
