import { FileChild, type IXmlableObject, TextRun } from 'docx';

/** An XML element as the library serialises it: `{ 'w:tc': [{ _attr: … }, child, 'text'] }`. */
export type Tree = IXmlableObject;

/** A tree of one element. */
export function tree(
  name: string,
  attributes: Readonly<Record<string, string | number>> | null = null,
  ...children: readonly (Tree | string)[]
): Tree {
  if (children.length === 0) return { [name]: attributes === null ? {} : { _attr: attributes } };
  return { [name]: attributes === null ? children : [{ _attr: attributes }, ...children] };
}

/** A block of the body whose content is given as trees: tables have thousands of elements, too many for one object each. */
export class TreeBlock extends FileChild {
  constructor(name: string, content: readonly Tree[]) {
    super(name);
    this.root.push(...content);
  }
}

/** A run whose content is given as trees. */
export class TreeRun extends TextRun {
  constructor(content: readonly Tree[]) {
    super({});
    this.root.push(...content);
  }
}
