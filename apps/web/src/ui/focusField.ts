/** After a form was found wrong: puts the person into the first field that is. */
export function focusField(form: HTMLFormElement, wrong: readonly PropertyKey[]): void {
  const first =
    wrong.length > 0 && [...form.elements].find((field) => wrong.includes(field.getAttribute('name') ?? ''));
  if (first instanceof HTMLElement) first.focus();
}
