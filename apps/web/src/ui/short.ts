/** The first characters of a text, enough to know which one is meant. */
export function short(text: string, most = 40): string {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most).join('')}…`;
}
