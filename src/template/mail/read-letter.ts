import { SaxesParser } from 'saxes';
import { TemplateError } from '../../model/errors/template-error.ts';
import { placeAttribute } from '../instrument.ts';
import { failAt, type TemplatePlace } from '../template-place.ts';
import { escaped } from './escaped.ts';
import { look } from './look.ts';
import { type MailTag, mailAttributes } from './mail-vocabulary.ts';

interface OpenElement {
  readonly tag: MailTag;
  readonly class: string | null;
  readonly place: TemplatePlace;
}

/** Elements whose end also ends a line of the result, for whoever reads its source. */
const endsLine: readonly MailTag[] = ['h1', 'p', 'ul', 'ol', 'li', 'table', 'thead', 'tbody', 'tr'];

/**
 * Reads a filled letter and writes it as HTML with its look in place. Tags and nesting were checked before it was filled; what data can
 * get wrong, values of attributes, is left to check here.
 */
export function readLetter(markup: string, template: string, places: readonly TemplatePlace[]): string {
  const parser = new SaxesParser({ fragment: true, position: false, xmlns: false });
  const open: OpenElement[] = [];
  let body = '';
  parser.on('opentag', ({ name, attributes: written }) => {
    const place = places[Number(written[placeAttribute])] as TemplatePlace;
    const tag = name as MailTag;
    const values = readAttributes(tag, written, place);
    const element = { tag, class: values['class'] ?? null, place };
    open.push(element);
    body += openTag(element, values, tableClass(open));
  });
  parser.on('closetag', () => {
    const { tag } = open.pop() as OpenElement;
    if (tag !== 'br') body += `</${tag}>`;
    if (endsLine.includes(tag)) body += '\n';
  });
  parser.on('text', (text) => {
    // outside of all elements stands nothing but the layout of the file
    if (open.length > 0) body += escaped(text.replace(/[ \t\r]*\n[ \t\r\n]*/g, ''));
  });
  parser.on('cdata', (text) => {
    body += escaped(text).replaceAll('\n', '<br>');
  });
  parser.on('error', (error) => {
    const place = open.at(-1)?.place;
    throw new TemplateError(place?.template ?? template, place?.line ?? null, error.message, { cause: error });
  });
  parser.write(markup).close();
  if (body.trim() === '') throw new TemplateError(template, null, 'the filled template holds nothing');
  return body;
}

function openTag({ tag, class: kind }: OpenElement, values: Values, table: string | null): string {
  const { align, href } = values;
  const rules = [
    look[`${table} ${tag}`] ?? (kind === null ? undefined : look[`${tag}.${kind}`]) ?? look[tag],
    align == null ? undefined : `text-align:${align}`,
  ].filter((rule) => rule !== undefined);
  const attributes = {
    // Outlook takes the room around cells from these alone.
    ...(tag === 'table' ? { cellpadding: '0', cellspacing: '0', border: '0', width: '100%' } : {}),
    ...(align == null ? {} : { align }),
    ...(href == null ? {} : { href }),
    ...(rules.length === 0 ? {} : { style: rules.join(';') }),
  };
  const list = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  return `<${tag}${list.join('')}>`;
}

function tableClass(open: readonly OpenElement[]): string | null {
  return open.findLast(({ tag }) => tag === 'table')?.class ?? null;
}

type Values = Readonly<Record<string, string | null>>;

function readAttributes(tag: MailTag, written: Readonly<Record<string, string>>, place: TemplatePlace): Values {
  const values: Record<string, string | null> = {};
  for (const [name, rule] of Object.entries(mailAttributes(tag))) {
    const text = written[name] ?? '';
    if (text === '' && rule.required) failAt(place, `the attribute '${name}' of <${tag}> is empty`);
    const value = text === '' ? rule.absent : rule.read(text);
    if (value === undefined) failAt(place, `${name}="${text}" of <${tag}> is not ${rule.expected}`);
    values[name] = value as string | null;
  }
  return values;
}
