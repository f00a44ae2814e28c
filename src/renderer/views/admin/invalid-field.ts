/** The first field of a form that says that its content cannot be taken, in the order of the page; null where none does. */
export function findInvalidField(form: Element | null): HTMLElement | null {
  return (
    form?.querySelector<HTMLElement>(
      'input[aria-invalid="true"], textarea[aria-invalid="true"], input:invalid',
    ) ?? null
  );
}
