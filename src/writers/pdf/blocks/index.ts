import type { Block } from '../../../model/document.ts';
import type { BlockPlace } from './block-place.ts';
import { placeChart, placeLineChart } from './chart.ts';
import { placeColophon } from './colophon.ts';
import { placeHeading } from './heading.ts';
import { placeList } from './list.ts';
import { placeParagraph } from './paragraph.ts';
import { placeTable } from './table.ts';

type Handlers = {
  readonly [K in Block['kind']]: (block: Extract<Block, { kind: K }>, place: BlockPlace) => void;
};

const handlers: Handlers = {
  heading: placeHeading,
  paragraph: placeParagraph,
  list: placeList,
  table: placeTable,
  chart: placeChart,
  'line-chart': placeLineChart,
  colophon: placeColophon,
  'page-break': (_, { flow }) => {
    flow.newPage(false);
  },
};

/** Sets a block and lets it flow onto the pages. */
export function placeBlock(block: Block, place: BlockPlace): void {
  // The table of handlers has one for each kind; the compiler cannot see that key and argument belong together.
  handlers[block.kind](block as never, place);
}
