import { dateFromSerial, isDateFormat } from 'numfmt';
import type { CellValue } from '../model/document.ts';
import { type Period, parsePeriod } from '../model/period.ts';

const written = /^(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?$/u;

/** `2023-06`, `2023/6`, `2023年6月`, any day of the month, or what a spreadsheet made of it (`Jun-23`); null for anything else. */
export function readMonth(text: string, value: CellValue | null): Period | null {
  const parts = partsOf(text, value);
  return parts === null ? null : parsePeriod(iso(parts.year, parts.month));
}

/** A date that exists, in ISO; null for anything else. */
export function readDate(text: string, value: CellValue | null): string | null {
  const parts = partsOf(text, value);
  if (parts === null || parts.day === null) return null;
  const date = iso(parts.year, parts.month, parts.day);
  const time = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(date) ? date : null;
}

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number | null;
}

function partsOf(text: string, value: CellValue | null): Parts | null {
  const [, year, month, day] = written.exec(text) ?? [];
  if (year !== undefined && month !== undefined)
    return { year: Number(year), month: Number(month), day: day === undefined ? null : Number(day) };
  if (value === null || !isDateFormat(value.format)) return null;
  const serial = dateFromSerial(Number(value.number));
  if (serial === null) return null;
  const [y, m, d] = serial as number[];
  // Days may count from 1904; what is shown says so by its year.
  if (y === undefined || m === undefined || !text.includes(String(y % 100).padStart(2, '0'))) return null;
  return { year: y, month: m, day: d ?? null };
}

function iso(...parts: readonly number[]): string {
  return parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-');
}
