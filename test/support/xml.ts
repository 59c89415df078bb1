import { DOMParser, type Element } from '@xmldom/xmldom';
import { strFromU8 } from 'fflate';

export type Node = Element;

/** Root of an XML part; a part that is not well-formed fails the test. */
export function parseXml(bytes: Uint8Array | undefined): Node {
  if (bytes === undefined) throw new Error('a part of the package is missing');
  const fail = (level: string, message: string) => {
    if (level !== 'warning') throw new Error(message);
  };
  return new DOMParser({ onError: fail }).parseFromString(strFromU8(bytes), 'text/xml').documentElement as Node;
}

/** Elements below a node along a path of local names. */
export function children(node: Node, ...path: readonly string[]): Node[] {
  let found: Node[] = [node];
  for (const name of path)
    found = found.flatMap((parent) => {
      const next: Node[] = [];
      for (let child = parent.firstChild; child !== null; child = child.nextSibling)
        if (child.nodeType === 1 && (child as Node).localName === name) next.push(child as Node);
      return next;
    });
  return found;
}

/** All elements of a local name below a node, in their order. */
export function all(node: Node, name: string): Node[] {
  return [...node.getElementsByTagNameNS('*', name)] as Node[];
}

export function text(node: Node | undefined): string {
  return node?.textContent ?? '';
}
