import type { Place } from '../../model/document.ts';
import { limits } from '../package/limits.ts';
import { tooLarge } from '../package/too-large.ts';
import { type Attributes, attribute, type XmlHandler } from '../package/walk-xml.ts';
import { smallFigures, type VerticalAlign, verticalAlign } from '../small-figures.ts';

/** Puts the runs of a text (ISO/IEC 29500-1, 18.4) together; how words are pronounced is left out. */
export interface TextCollector {
  open(name: string, attributes: Attributes): void;
  text(text: string): void;
  close(name: string): void;
  /** What was collected since the last call. */
  take(): string;
}

export function collectText(): TextCollector {
  let result = '';
  let phonetic = 0;
  let inText = false;
  let align: VerticalAlign = null;
  return {
    open(name, attributes) {
      if (name === 'rPh') phonetic += 1;
      if (name === 'r') align = null;
      if (name === 'vertAlign') align = verticalAlign(attribute(attributes, 'val'));
      inText = name === 't' && phonetic === 0;
    },
    text(text) {
      if (inText) result += smallFigures(text, align);
    },
    close(name) {
      if (name === 'rPh') phonetic -= 1;
      if (name === 'r') align = null;
      inText = false;
    },
    take() {
      const taken = result;
      result = '';
      return unescapeText(taken);
    },
  };
}

/** Collects the shared strings in their order. */
export function stringsHandler(strings: string[], at: Place): XmlHandler {
  const collector = collectText();
  return {
    open: (name, attributes) => collector.open(name, attributes),
    text: (text) => collector.text(text),
    close(name) {
      collector.close(name);
      if (name !== 'si') return;
      strings.push(collector.take());
      if (strings.length > limits.strings) throw tooLarge('strings', strings.length, limits.strings, at);
    },
  };
}

/** `_x000D_` stands for a character that XML cannot hold (ISO/IEC 29500-1, 22.9.2.19); line ends become one kind. */
export function unescapeText(text: string): string {
  return text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\r\n?/g, '\n');
}
