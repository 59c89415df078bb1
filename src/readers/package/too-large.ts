import { defineProblem } from '../../model/diagnostic.ts';
import type { Place } from '../../model/document.ts';
import { Refusal } from './refusal.ts';

/** What there can be too much of. */
const excesses = {
  entries: { zh: '部件数', en: 'parts' },
  bytes: { zh: '解开后的大小', en: 'bytes unpacked' },
  ratio: { zh: '压缩比', en: 'compression ratio' },
  cells: { zh: '单元格数（空格也计）', en: 'cells, blank ones counted' },
  columns: { zh: '列数', en: 'columns' },
  tables: { zh: '表中套表的层数', en: 'tables within each other' },
  characters: { zh: '一格的字数', en: 'characters in one cell' },
  strings: { zh: '文字条数', en: 'texts' },
  merges: { zh: '合并区域数', en: 'merged areas' },
} as const;
export type Excess = keyof typeof excesses;

const tooMuch = defineProblem<{ what: Excess; subject: string; amount: string; limit: string }>(
  'file-too-large',
  'error',
  {
    'zh-CN': (d) => ({
      message: `内容过大，未读取：${d.subject}${excesses[d.what].zh}为${d.amount}，上限${d.limit}`,
      hint: '请删去表格以外的零散内容、空行空列、图片和多余的合并，只保留任务分解表或月报后另存；来历不明的文件请勿使用。',
    }),
    en: (d) => ({
      message: `too large to be read: ${d.subject}${d.amount} ${excesses[d.what].en}, the limit is ${d.limit}`,
      hint: 'Keep only the table itself, without stray cells, pictures and needless merges; do not use a file of unknown origin.',
    }),
  },
);

/** More of something than `limits` allow. `subject` names the part or the area, where the place alone does not. */
export function tooLarge(what: Excess, amount: number, limit: number, at: Place, subject = ''): Refusal {
  const shown = (value: number) =>
    what === 'bytes' ? megabytes(value) : what === 'ratio' ? `${value}:1` : String(value);
  const named = subject === '' ? '' : `${subject} `;
  return new Refusal(tooMuch({ what, subject: named, amount: shown(amount), limit: shown(limit) }, at));
}

/** `12.5 MB` */
function megabytes(size: number): string {
  return `${(size / 1024 / 1024).toFixed(1)} MB`;
}
