/** Writes a text that React does not render; the same text touches nothing, so that nothing is laid out. */
export function writeText(element: Element | null, text: string): void {
  if (element !== null && element.textContent !== text) element.textContent = text;
}
