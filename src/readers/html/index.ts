import { SaxesParser } from 'saxes';
import { defineProblem } from '../../model/diagnostic.ts';
import { type Reading, readingOf, refused } from '../../model/reading.ts';
import { decodeText } from '../decode.ts';
import type { Reader } from '../reader.ts';
import { HtmlStory } from './story.ts';

const brokenHtml = defineProblem<{ file: string; line: string; reason: string }>('html-broken', 'error', {
  'zh-CN': (d) => ({
    message: `${d.file} 第${d.line}行不是完整、规范的 HTML`,
    hint: '请重新下载或索取这份文件，不要用别的程序编辑后另存。',
  }),
  en: (d) => ({
    message: `${d.file} is not complete, well-formed HTML at line ${d.line}: ${d.reason}`,
    hint: 'Fetch the file again; do not edit and save it with another program.',
  }),
});

/**
 * HTML that is well-formed as XML too, as this program writes it: headings, paragraphs, lists, tables and the words of
 * drawings, section by section. Navigation is no part of what the document says.
 */
export const htmlReader = {
  format: 'html',
  extensions: ['html'],
  read(bytes, source): Reading {
    const text = decodeText(bytes, source);
    if (typeof text !== 'string') return refused(text);
    const story = new HtmlStory(source);
    const parser = new SaxesParser();
    try {
      parser.on('error', (error) => {
        throw error;
      });
      parser.on('opentag', ({ name, attributes }) => story.open(name, attributes as Record<string, string>));
      parser.on('text', (words) => story.text(words));
      parser.on('closetag', ({ name }) => story.close(name));
      parser.write(text).close();
    } catch (error) {
      const at = { source, part: null, row: parser.line, column: null };
      const reason = error instanceof Error ? error.message : String(error);
      return refused(brokenHtml({ file: source, line: String(parser.line), reason }, at));
    }
    return readingOf(story.parts, []);
  },
} satisfies Reader;
