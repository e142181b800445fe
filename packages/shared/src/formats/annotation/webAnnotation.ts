// Quotations for tools that annotate: a page of Web Annotations out; that, and what Hypothesis answers, in. A map has more
// to say than annotations can: what speaks for or against what stays behind.
import { isSet } from '../../map/info.ts';
import type { MapContent } from '../../map/map.ts';
import { ok, refuse, type Result } from '../../result.ts';
import { CARRIED } from '../graph/carried.ts';
import { MOST_FILE_BYTES, type Format } from '../format.ts';
import { grown } from '../graph/grow.ts';
import { Losses } from '../loss.ts';
import { shownOf, type Shown } from '../document/mapDocumentPeople.ts';
import { countHidden, shownTree } from '../shownTree.ts';
import { annotationGraph, type Annotated } from './webAnnotationGraph.ts';
import { itemsIn, partsOf, recordIn, textIn } from './webAnnotationItems.ts';
import { noteOf } from './webAnnotationNote.ts';
import { annotationPage } from './webAnnotationWriter.ts';

export const webAnnotation: Format = {
  id: 'annotations',
  name: 'W3C Web Annotation',
  mediaType: 'application/ld+json',
  extension: 'jsonld',
  write(content, origin) {
    const losses = new Losses();
    const shown = shownOf(content, shownTree(content));
    countUnsaid(content, shown, losses);
    return { value: annotationPage(content, shown, origin), losses: losses.list() };
  },
  read(text, reading) {
    const losses = new Losses();
    const annotated = annotatedIn(text, losses);
    if (!annotated.ok) return annotated;
    const read = grown(annotationGraph(annotated.value, reading.at, losses), reading);
    return read.ok ? ok({ value: read.value.value, losses: [...losses.list(), ...read.value.losses] }) : read;
  },
  looksLike: (start) =>
    /^\ufeff?\s*[[{]/.test(start) &&
    (/"http:\/\/www\.w3\.org\/ns\/anno(\.jsonld)?[#"]/.test(start) ||
      (/"(selector|uri)"\s*:/.test(start) && /"TextQuoteSelector"|"user"\s*:\s*"acct:/.test(start))),
};

function annotatedIn(text: string, losses: Losses): Result<Annotated> {
  if (text.length > MOST_FILE_BYTES)
    return refuse('too-large', `A file has at most ${MOST_FILE_BYTES} bytes.`);
  const file = parsed(text);
  if (file === undefined) return refuse('invalid', 'The file is not JSON.');
  const items = itemsIn(file);
  if (!items)
    return refuse(
      'invalid',
      'items: there are no annotations, neither of the Web Annotation Data Model nor of Hypothesis',
    );
  const top = recordIn(file);
  const title = [top?.['label'], recordIn(top?.['partOf'])?.['label']].map((label) =>
    textIn(partsOf(label)[0]),
  );
  return ok({
    notes: items.map((item) => noteOf(item, losses)),
    title: title.find((one) => one !== '') ?? '',
    carried: recordIn(top?.[CARRIED]),
  });
}

/** Undefined when it is no JSON. Files may begin with a byte order mark. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text) as unknown;
  } catch {
    return undefined;
  }
}

/** Only claims that rest on something are there, and each stands alone. */
function countUnsaid(content: MapContent, shown: Shown, losses: Losses): void {
  const { claims, arguments: all, references, comments, quotations, sources } = shown;
  countHidden(content, shown.tree, losses, ['glosses', 'anchors', 'suggestions']);
  const seen = new Set([...quotations, ...sources].map(({ id }) => id));
  const unseen = [...content.quotations, ...content.sources].filter(({ id }) => !seen.has(id));
  const resting = new Set(quotations.map(({ claim }) => claim));
  const here = claims.filter(({ id }) => resting.has(id));
  losses.addAll('removed', unseen);
  losses.addAll(
    UNQUOTED,
    claims.filter(({ id }) => !resting.has(id)),
  );
  losses.addAll('relations', all);
  losses.addAll('references', references);
  losses.addAll('comments', comments);
  losses.addAll(
    'rewordings',
    here.filter(({ reworded }) => reworded !== null),
  );
  losses.addAll(
    'beside',
    here.filter(({ beside }) => beside.length > 0),
  );
  if (isSet(content.info)) losses.add('settings', 'info');
}

/** A claim that is not written at all has no kind of its own yet. */
const UNQUOTED = 'relations';
