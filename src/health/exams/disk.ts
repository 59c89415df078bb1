import { statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { kindOf, tryWriting } from '../../disk/files.ts';
import { type Exam, type Finding, fine, note, wrong } from './exam.ts';

/** Bytes: a month of a large city takes some 100 MB with all its editions. */
const little = 1_000_000_000;
const tooLittle = 200_000_000;

/** The disk: room, and files that appear whole where they are to be published. */
export const disk: Exam = {
  name: 'disk',
  title: { 'zh-CN': '磁盘', en: 'disk' },
  async examine({ folder, config }) {
    const output = resolve(folder, config?.output ?? 'output');
    // Throws what is wrong.
    for (const place of [folder, output]) await tryWriting(place);
    const { free, of } = await roomAt(output);
    if (free >= little) return [fine(`可以写入，剩余 ${size(free)}`, `can be written, ${size(free)} left`)];
    return [lessThan(free, of)];
  },
};

async function roomAt(path: string): Promise<{ free: number; of: string }> {
  const place = (await kindOf(path)) === null ? dirname(path) : path;
  const { bavail, bsize } = await statfs(place);
  return { free: bavail * bsize, of: place };
}

function lessThan(free: number, of: string): Finding {
  const what = { 'zh-CN': `${of} 所在磁盘只剩 ${size(free)}`, en: `the disk of ${of} has only ${size(free)} left` };
  const remedy = { 'zh-CN': '请腾出空间', en: 'make room' };
  return free < tooLittle ? wrong(what, remedy) : note(what, remedy);
}

function size(bytes: number): string {
  return bytes >= 1e9 ? `${(bytes / 1e9).toFixed(1)} GB` : `${Math.round(bytes / 1e6)} MB`;
}
