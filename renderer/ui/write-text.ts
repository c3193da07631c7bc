/**
 * Writes a text that React does not render; the same text touches nothing, so that nothing is laid out, and another one
 * keeps the text node, which costs less than a new one.
 */
export function writeText(element: Element | null, text: string): void {
  if (element === null || element.textContent === text) return;
  const { firstChild } = element;
  if (firstChild instanceof Text && element.childNodes.length === 1) firstChild.data = text;
  else element.textContent = text;
}
