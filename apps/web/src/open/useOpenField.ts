import type { Id } from '@counterpoint/shared';
import { isThere } from './branches.ts';
import type { Draft } from './drafts.ts';
import { useDoc, useScreen } from './openMap.ts';

/** The field that is open in the map, where its place still stands; what was typed into another waits. */
export function useOpenField(): { readonly draft: Draft | null; readonly editing: Id | null } {
  const draft = useScreen((state) => state.draft);
  const editing = useScreen((state) => state.editing);
  const on = editing ?? draft?.anchor ?? null;
  const stands = useDoc(({ view }) => on === null || isThere(view, on));
  return stands ? { draft, editing } : { draft: null, editing: null };
}
