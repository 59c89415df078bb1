import type { Element as XmlElement, Node as XmlNode } from '@xmldom/xmldom';

/** Child elements of a local name, or all of them. */
export function children(parent: XmlElement | null, name?: string): XmlElement[] {
  const found: XmlElement[] = [];
  for (let node: XmlNode | null = parent?.firstChild ?? null; node !== null; node = node.nextSibling)
    if (node.nodeType === 1 && (name === undefined || (node as XmlElement).localName === name))
      found.push(node as XmlElement);
  return found;
}

/** The first child element of a local name. */
export function child(parent: XmlElement | null, name: string): XmlElement | null {
  return children(parent, name)[0] ?? null;
}

/** Value of the attribute of a local name, whatever its prefix. */
export function attribute(element: XmlElement | null, name: string): string | null {
  for (const found of Array.from(element?.attributes ?? [])) if (found.localName === name) return found.value;
  return null;
}

/** Whether a property such as `w:cantSplit` is there and not switched off. */
export function isOn(element: XmlElement | null): boolean {
  return element !== null && !['0', 'false', 'off'].includes(attribute(element, 'val') ?? '1');
}

/** Words of a paragraph or run; a line break is `\n`, a tab `\t`, a field is its instruction in braces. */
export function paragraphText(element: XmlElement): string {
  return children(element)
    .map((node) => {
      if (node.localName === 't') return node.textContent ?? '';
      if (node.localName === 'br') return '\n';
      if (node.localName === 'tab') return '\t';
      if (node.localName === 'instrText') return `{${node.textContent}}`;
      return node.localName === 'r' ? paragraphText(node) : '';
    })
    .join('');
}
