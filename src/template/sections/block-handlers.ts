import type { Heading, List } from '../../model/document.ts';
import { failAt } from '../template-place.ts';
import { claimName } from './draft.ts';
import type { Handler, Handlers } from './handler.ts';

/**
 * Sections and text. What ends up with nothing in it, because of the data, is left out: a section without blocks, a
 * paragraph, heading or item without words, a list without items.
 */
export const blockHandlers: Handlers<
  'section' | 'h1' | 'h2' | 'h3' | 'p' | 'ul' | 'ol' | 'li' | 'strong' | 'span' | 'br' | 'colophon' | 'page-break'
> = {
  section: {
    open(draft) {
      draft.blocks = [];
    },
    close(draft, { name, page, formats }, place) {
      if (draft.blocks.length === 0) return;
      claimName(draft, `section '${name.toLowerCase()}'`, () => failAt(place, `two sections are named '${name}'`));
      const only = formats === null ? {} : { formats };
      draft.sections.push({ name, page: draft.pages[page], ...only, blocks: draft.blocks });
    },
  },
  h1: heading(1),
  h2: heading(2),
  h3: heading(3),
  p: {
    close(draft, { role }) {
      const content = draft.inline.take();
      if (content.length > 0) draft.blocks.push({ kind: 'paragraph', role, content });
    },
  },
  ul: list(false),
  ol: list(true),
  li: {
    close(draft) {
      const content = draft.inline.take();
      if (content.length > 0) draft.items.push(content);
    },
  },
  strong: {
    open: (draft) => draft.inline.strong(1),
    close: (draft) => draft.inline.strong(-1),
  },
  span: {
    open: (draft, { tone }) => draft.inline.enterTone(tone),
    close: (draft) => draft.inline.leaveTone(),
  },
  br: { open: (draft) => draft.inline.data('\n') },
  colophon: {
    open: (draft, { copies, issuer, issued }) => {
      draft.blocks.push({ kind: 'colophon', copies, issuer, issued });
    },
  },
  'page-break': {
    open: (draft) => {
      draft.blocks.push({ kind: 'page-break' });
    },
  },
};

function heading(level: Heading['level']): Handler<'h1'> {
  return {
    close(draft) {
      const content = draft.inline.take();
      if (content.length > 0) draft.blocks.push({ kind: 'heading', level, content });
    },
  };
}

function list(ordered: List['ordered']): Handler<'ul'> {
  return {
    open(draft) {
      draft.items = [];
    },
    close(draft) {
      if (draft.items.length > 0) draft.blocks.push({ kind: 'list', ordered, items: draft.items });
    },
  };
}
