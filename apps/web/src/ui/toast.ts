// Short messages that come and go. Call `toast` from anywhere; one <Toaster/> shows them.
export interface ToastMessage {
  readonly id: number;
  readonly text: string;
  /** A problem stays until it is closed. */
  readonly problem: boolean;
  /** How long it stays, in ms. */
  readonly lasts: number;
  readonly action: { readonly text: string; readonly onSelect: () => void } | null;
}

const USUAL = 6_000;

let messages: readonly ToastMessage[] = [];
let last = 0;
const listeners = new Set<() => void>();

function show(next: readonly ToastMessage[]): void {
  messages = next;
  for (const listener of listeners) listener();
}

export function toast(
  text: string,
  more: { problem?: boolean; lasts?: number; action?: ToastMessage['action'] } = {},
): void {
  last += 1;
  const { problem = false, action = null, lasts = problem ? Infinity : USUAL } = more;
  const message = { id: last, text, problem, lasts, action };
  show([...messages.filter((shown) => shown.text !== text), message].slice(-3));
}

export const dismissToast = (id: number): void => show(messages.filter((message) => message.id !== id));

export const toasts = {
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  now: (): readonly ToastMessage[] => messages,
};
