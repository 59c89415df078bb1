import fc from 'fast-check';
import type { Block, Document, PageSetup, Section } from '../../src/model/document.ts';
import { run } from '../../src/model/text.ts';

/** How many random tables a test makes: a few here, more where `.ci/run` asks for them. */
export function tableCount(usual: number): number {
  return Number(process.env['JIANBAO_RANDOM_TABLES'] ?? usual);
}

/** The same tables on every machine; another seed is for whoever looks for more. */
export const tableSeed = Number(process.env['JIANBAO_SEED'] ?? 20_230_705);

/** Tables of different sizes, each hard in its own way. */
export const tableSizes = {
  small: { columns: { min: 1, max: 9 }, groups: { min: 1, max: 8 }, rows: 5, words: 60 },
  wide: { columns: { min: 15, max: 60 }, groups: { min: 1, max: 5 }, rows: 4, words: 90 },
  long: { columns: { min: 2, max: 6 }, groups: { min: 1, max: 3 }, rows: 6, words: 4000 },
  many: { columns: { min: 5, max: 19 }, groups: { min: 40, max: 60 }, rows: 4, words: 60 },
};

export const anyPage: fc.Arbitrary<PageSetup> = fc.record({
  paper: fc.constantFrom('A4', 'A3'),
  orientation: fc.constantFrom('portrait', 'landscape'),
});

export const bodyLine: Block = { kind: 'paragraph', role: 'body', content: [run('正文。')] };
export const noteLine: Block = { kind: 'paragraph', role: 'note', content: [run('注：内容随机生成。')] };

/** A document of nothing but its sections. */
export function bareDocument(sections: readonly Section[]): Document {
  return {
    title: '随机表格',
    subject: '',
    author: '',
    keywords: [],
    language: 'zh-CN',
    date: '2023-07-05',
    banner: null,
    sections,
  };
}
