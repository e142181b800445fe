// Special characters that Argdown knows by name, between two full stops or two colons (argdown.org, "Special characters";
// the list is that of @argdown/core 1.7.5).

const SIGNS: Readonly<Record<string, string>> = {
  'A': '∀', 'E': '∃', 'O': '𝗢', 'P': '𝗣', '->': '→', '<->': '↔', '~': '¬', '^': '∧', 'v': '∨', 'v_': '⊻', '<>': '◇', '[]': '◻',
  'happy': '😀', 'smile': '☺', 'smiley': '☺', 'laugh': '😆', 'lol': '😆', 'rofl': '🤣', 'joy': '😂', 'heart': '❤', '?': '❓',
  'question': '❓', 'love': '😍', 'wink': '😉', 'shush': '🤫', 'meh': '😐', 'eye-roll': '🙄', 'sad': '😢', 'disappointed': '😞',
  'scream': '😱', '+1': '👍', 'up': '👍', '-1': '👎', 'down': '👎', 'think': '🤔', 'star': '⭐', 'y': '✔', 'agree': '✔', 'n': '❌',
  'disagree': '❌',
}; // prettier-ignore

export const SPECIAL_CHARACTERS: ReadonlyMap<string, string> = new Map([
  ...Object.entries(SIGNS).flatMap(([name, sign]): [string, string][] => [
    [`.${name}.`, sign],
    [`:${name}:`, sign],
  ]),
  [':smile:', '☺\ufe0f'],
]);
