import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { yearTable } from './month-table.ts';

describe('the steps of a year', () => {
  it.each([2023, 2026])('fall on the days of %i that a person has checked', async (year) => {
    await expect(yearTable(year)).toMatchFileSnapshot(`golden/${year}.txt`);
  });

  it('fall on the same days in whatever zone the machine is', async () => {
    const zones = ['UTC', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Apia', 'Europe/London'];
    const expected = yearTable(2023) + yearTable(2026);
    const printed = await Promise.all(zones.map(printedIn));
    const offsets = printed.map((text) => text.slice(0, text.indexOf('\n')));
    expect(offsets).toEqual(['0 0', '300 240', '-345 -345', '-780 -780', '0 -60']);
    for (const text of printed) expect(text.slice(text.indexOf('\n') + 1)).toBe(expected);
  });
});

const script = fileURLToPath(new URL('print-years.ts', import.meta.url));

function printedIn(zone: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script], {
      env: { ...process.env, TZ: zone },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
    child
      .on('error', reject)
      .on('close', (code) => (code === 0 ? resolve(text) : reject(new Error(`${zone}: ended with ${code}`))));
  });
}
