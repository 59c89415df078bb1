import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownTemplates } from '../../src/house-style/house-style.ts';
import { bridges } from './months.ts';

const header = '月份,填报单位,版次,截止日期,目标编号,累计完成,单位,数据性质';

/** An office's folder of files on disk: a small plan, and returns such as `2023-06,甲区,1,,1.1,3,座,`. */
export function writeOffice(folder: string, rows: readonly string[], plan = bridges): void {
  mkdirSync(join(folder, 'progress'), { recursive: true });
  writeFileSync(join(folder, '计划.txt'), plan);
  writeFileSync(join(folder, 'progress/月报.csv'), [header, ...rows].join('\n'));
}

/** The program's templates as an office's own, which it may then change. */
export function ownTemplatesIn(folder: string): void {
  cpSync(ownTemplates, join(folder, 'templates'), {
    recursive: true,
    filter: (path) => !path.endsWith('.ts') && !path.endsWith('.txt'),
  });
  writeFileSync(join(folder, 'jianbao.yaml'), 'templates: templates\n');
}
