import { SaxesParser } from 'saxes';
import type { Section } from '../../model/document.ts';
import { TemplateError } from '../../model/errors/template-error.ts';
import { placeAttribute } from '../instrument.ts';
import { type AttributesOf, ruleOf, type Tag, vocabulary } from '../markup/vocabulary.ts';
import { failAt, type TemplatePlace } from '../template-place.ts';
import { blockHandlers } from './block-handlers.ts';
import { chartHandlers } from './chart-handlers.ts';
import { type Draft, emptyDraft, type Pages } from './draft.ts';
import type { Handlers } from './handler.ts';
import { tableHandlers } from './table-handlers.ts';

const handlers: Handlers<Tag> = { ...blockHandlers, ...chartHandlers, ...tableHandlers };

/** Listed once, since a wide table asks for them a thousand times. */
const attributeRules = new Map(
  (Object.keys(vocabulary.elements) as Tag[]).map((tag) => [tag, Object.entries(ruleOf(tag).attributes)]),
);

interface OpenElement {
  readonly tag: Tag;
  readonly attributes: AttributesOf<Tag>;
  readonly place: TemplatePlace;
}

/**
 * Reads a filled template. Its tags and their nesting were checked before it was filled; what data can get wrong
 * is left to check here: values of attributes, the grid of tables, names that occur twice.
 */
export function readSections(
  markup: string,
  template: string,
  places: readonly TemplatePlace[],
  pages: Pages,
): Section[] {
  const parser = new SaxesParser({ fragment: true, position: false, xmlns: false });
  const draft = emptyDraft(pages);
  const open: OpenElement[] = [];
  parser.on('opentag', ({ name, attributes: written }) => {
    const place = places[Number(written[placeAttribute])] as TemplatePlace;
    const tag = name as Tag;
    const element = { tag, attributes: readAttributes(tag, written, place), place };
    open.push(element);
    run('open', element, draft);
  });
  parser.on('closetag', () => run('close', open.pop() as OpenElement, draft));
  parser.on('text', (text) => {
    const around = open.at(-1);
    if (around !== undefined && ruleOf(around.tag).text) draft.inline.template(text);
  });
  parser.on('cdata', (text) => draft.inline.data(text));
  parser.on('error', (error) => {
    const place = open.at(-1)?.place;
    throw new TemplateError(place?.template ?? template, place?.line ?? null, error.message, { cause: error });
  });
  parser.write(markup).close();
  if (draft.sections.length === 0) throw new TemplateError(template, null, 'the filled template holds nothing');
  return draft.sections;
}

/** The table of handlers is typed tag by tag; which tag this is, only the text knows. */
function run(moment: 'open' | 'close', { tag, attributes, place }: OpenElement, draft: Draft): void {
  const handler = handlers[tag][moment] as ((d: Draft, a: AttributesOf<Tag>, p: TemplatePlace) => void) | undefined;
  handler?.(draft, attributes, place);
}

function readAttributes(tag: Tag, written: Readonly<Record<string, string>>, place: TemplatePlace): AttributesOf<Tag> {
  const values: Record<string, unknown> = {};
  for (const [name, rule] of attributeRules.get(tag) ?? []) {
    const text = written[name] ?? '';
    if (text !== '') {
      const value = rule.read(text);
      values[name] = value;
      if (value === undefined) failAt(place, `${name}="${text}" of <${tag}> is not ${rule.expected}`);
    } else if (rule.required) failAt(place, `the attribute '${name}' of <${tag}> is empty`);
    else values[name] = rule.absent;
  }
  return values as AttributesOf<Tag>;
}
