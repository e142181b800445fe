import type { KeyboardEvent as ReactKeyboardEvent } from 'react';

/**
 * True while an input method is choosing characters: the Enter that confirms pinyin, the Escape that drops it and every
 * other key belong to it then. Each text field and each shortcut asks this first.
 */
export function isComposing(event: KeyboardEvent | ReactKeyboardEvent): boolean {
  const native = 'nativeEvent' in event ? event.nativeEvent : event;
  // Safari ends the composition before it sends the Enter that ended it; only the old key code 229 tells (WebKit 165004).
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  return native.isComposing || native.keyCode === 229;
}
