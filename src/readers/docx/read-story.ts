import { attribute, type XmlHandler } from '../package/walk-xml.ts';
import type { ElementHandler } from './elements.ts';
import { wordText } from './inline.ts';
import { revisionElements } from './revision-elements.ts';
import { append, type Story } from './story.ts';
import { tableElements } from './table-elements.ts';
import { textElements } from './text-elements.ts';

const elements = new Map<string, ElementHandler>(
  Object.entries({ ...textElements, ...tableElements, ...revisionElements }),
);

/** Feeds a story's XML to the handlers of its elements. */
export function storyHandler(story: Story): XmlHandler {
  /** Depth of the element whose content is not read; 0 for none. */
  let skippedFrom = 0;
  let preserve = false;
  const { path } = story;
  return {
    open(name, attributes) {
      path.push(name);
      if (skippedFrom > 0) return;
      if (name === 't') preserve = attribute(attributes, 'space') === 'preserve';
      if (elements.get(name)?.open?.(story, attributes) === true) skippedFrom = path.length;
    },
    text(text) {
      if (skippedFrom === 0 && path.at(-1) === 't') append(story, wordText(text, preserve));
    },
    close(name) {
      if (skippedFrom === 0) elements.get(name)?.close?.(story);
      if (skippedFrom === path.length) skippedFrom = 0;
      path.pop();
    },
  };
}
