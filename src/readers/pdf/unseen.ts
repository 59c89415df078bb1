import type { PDFDocumentProxy } from 'pdfjs-dist';

/** Words that a PDF holds beside its pages, and the place of each in the words of the format. */
export interface UnseenText {
  /** `Info`, `XMP`, `Outlines`, `EmbeddedFiles`, `Annots`, `JavaScript`, `PageLabels`, `StructTree`. */
  readonly kind: string;
  readonly text: string;
  /** From 1; null where it belongs to no page. */
  readonly page: number | null;
}

/** What stands in properties, outline, attachments, annotations, scripts and descriptions of a PDF; nobody sees it on paper. */
export async function unseenIn(file: PDFDocumentProxy): Promise<UnseenText[]> {
  const { info, metadata } = await file.getMetadata();
  const scripts = [await file.getJSActions(), await file.getOpenAction()];
  const found: UnseenText[] = [
    ...textsIn('Info', info),
    ...textsIn('XMP', (metadata as { getRaw(): unknown } | null)?.getRaw()),
    ...textsIn('Outlines', await file.getOutline()),
    ...(await attached(file)),
    ...textsIn('JavaScript', scripts),
    ...textsIn('PageLabels', await file.getPageLabels()),
  ];
  for (let number = 1; number <= file.numPages; number += 1) {
    const page = await file.getPage(number);
    const onPage = (texts: UnseenText[]) => texts.map((one) => ({ ...one, page: number }));
    found.push(...onPage(annotations(await page.getAnnotations())));
    found.push(...onPage(textsIn('JavaScript', await page.getJSActions())));
    found.push(...onPage(textsIn('StructTree', await page.getStructTree())));
  }
  return found;
}

/** One for each, even if it says nothing: that it is there is what counts. */
async function attached(file: PDFDocumentProxy): Promise<UnseenText[]> {
  const files = (await file.getAttachments()) ?? new Map();
  const found: UnseenText[] = [];
  for (const [id, names] of files) {
    const content = await file.getAttachmentContent(id);
    const text = content === null ? '' : new TextDecoder().decode(content);
    found.push({ kind: 'EmbeddedFiles', text: `${strings(names).join(' ')} ${text}`, page: null });
  }
  return found;
}

/** A link within the file says nothing; every other annotation is a thing of its own. */
function annotations(list: readonly unknown[]): UnseenText[] {
  return list
    .filter((one) => (one as { readonly subtype?: string }).subtype !== 'Link')
    .map((one) => ({ kind: 'Annots', text: strings(one).join(' '), page: null }));
}

function textsIn(kind: string, value: unknown): UnseenText[] {
  return strings(value).map((text) => ({ kind, text, page: null }));
}

/** Every text of a value, however deep. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  if (value === null || typeof value !== 'object' || ArrayBuffer.isView(value)) return [];
  return (value instanceof Map ? [...value.values()] : Object.values(value)).flatMap(strings);
}
