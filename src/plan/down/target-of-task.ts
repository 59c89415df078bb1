import { quantityText } from '../../model/quantity.ts';
import { isNoTask } from '../figure-text.ts';
import type { Field } from '../lines.ts';
import { readTarget, withUnit } from '../target-text.ts';
import type { Task } from './tasks.ts';

/**
 * The 量化目标 of a task as a row of its own would have it: what the task counts and how many of it the row of targets, the row
 * of sums or the name itself states: `新增托位5000个`, `其中：普惠托位3000个`; `5000个` where the project's name says the rest.
 */
export function targetOfTask(task: Task, name: string, stated: Field | null): Field {
  const text = (task.part ? '其中：' : '') + bodyOf(task, name, stated);
  const original = [task.field.original, stated?.original ?? ''].filter((part) => part !== '').join(' ');
  // Where the number stands, if one is stated.
  const at = stated?.at ?? task.field.at;
  return { ...task.field, text, original, at, rowspan: 1, colspan: 1, covered: null };
}

function bodyOf({ words, unit }: Task, name: string, stated: Field | null): string {
  const text = stated === null || isNoTask(stated.text) ? '' : stated.text;
  if (text === '') {
    const read = readTarget(name);
    return words !== '' || read.quantity === null ? words || name : quantityText(read.quantity);
  }
  const { quantity } = readTarget(text);
  const amount = quantity?.unit === '' ? withUnit(text, unit) : text;
  if (words === '') return amount;
  // Digits must not run into those of the name, and words are told apart from words.
  const parted = /[\dA-Za-z.]$/.test(words) || !/^[\d+\-−]/.test(amount);
  return words + (parted ? '：' : '') + amount;
}
