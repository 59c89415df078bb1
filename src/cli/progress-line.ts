import type { Language } from '../model/language.ts';
import { say } from './text.ts';

const width = 24;

/** Shows progress on stderr: a bar that redraws itself on a terminal, one plain line a file otherwise. */
export function progressLine(language: Language): (done: number, total: number, path: string | null) => void {
  const terminal = process.stderr.isTTY === true;
  return (done, total, path) => {
    const words = say(language, 'progress', { done: String(done), total: String(total), path: path ?? '' });
    if (!terminal) {
      if (path !== null) process.stderr.write(`${words}\n`);
      return;
    }
    const filled = total === 0 ? width : Math.round((done / total) * width);
    const bar = `${'█'.repeat(filled)}${'░'.repeat(width - filled)}`;
    // Clear to the end of the line: names differ in length.
    process.stderr.write(`\r${bar} ${words}\u001b[K${done === total ? '\n' : ''}`);
  };
}

/** Counts files on a terminal while nobody knows how many there are; says nothing otherwise. */
export function countLine(language: Language): (count: number) => void {
  if (process.stderr.isTTY !== true) return () => {};
  return (count) => process.stderr.write(`\r${say(language, 'filesRead', { count: String(count) })}\u001b[K`);
}
