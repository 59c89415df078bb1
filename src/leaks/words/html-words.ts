import { nowhere, type Where } from '../../verify/where.ts';
import type { Concealment, ConcealmentKind, FileWords, Words } from './file-words.ts';
import { scanMarkup } from './scan-markup.ts';

/** Elements that divide no word. */
const inline = new Set(['span', 'strong', 'b', 'i', 'em', 'a', 'u', 'sup', 'sub', 'tspan', 'small', 'wbr', 'br']);

/** All words of a page: those that are shown, attributes, styles, comments. */
export function htmlWords(bytes: Uint8Array): FileWords {
  const words: Words[] = [];
  const concealed: Concealment[] = [];
  let section = '';
  let title: string | null = null;
  let inTitle = false;
  let silent = 0;
  let open = '';
  const where = (): Where => ({ ...nowhere, section });
  const conceal = (kind: ConcealmentKind) => concealed.push({ kind, where: where() });
  const flush = () => {
    if (open.trim() !== '') words.push({ text: open, where: where(), content: silent === 0 });
    open = '';
  };
  scanMarkup(new TextDecoder().decode(bytes), {
    open(name, attributes) {
      if (!inline.has(name)) flush();
      if (name === 'style' || name === 'script') silent += 1;
      if (name === 'script') conceal('script');
      if (name === 'img' || name === 'image' || name === 'object' || name === 'iframe') conceal('picture');
      if (name === 'title' && title === null) {
        inTitle = true;
        title = '';
      }
      for (const [key, value] of attributes.list()) {
        if (name === 'section' && (key === 'data-name' || key === 'aria-label')) section = value;
        if (isHiding(key, value)) conceal('hidden-text');
        if (value !== '') words.push({ text: value, where: where(), content: false });
      }
    },
    text(text) {
      open += text;
      if (inTitle) title += text;
    },
    close(name) {
      if (!inline.has(name)) flush();
      if (name === 'style' || name === 'script') silent -= 1;
      if (name === 'title') inTitle = false;
    },
    comment(text) {
      conceal('comment');
      words.push({ text, where: where(), content: false });
    },
  });
  flush();
  return { title, words, concealed };
}

function isHiding(key: string, value: string): boolean {
  return key === 'hidden' || (key === 'style' && /display\s*:\s*none|visibility\s*:\s*hidden/.test(value));
}
