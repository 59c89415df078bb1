import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ReportOptions, reportWith } from '../../src/jobs/report.ts';
import type { Document } from '../../src/model/document.ts';
import { MismatchError } from '../../src/model/errors/mismatch-error.ts';
import { textCell } from '../../src/model/text.ts';
import { type Format, loadWriter } from '../../src/writers/index.ts';
import type { Writer } from '../../src/writers/writer.ts';
import type { Press } from '../../src/writing/press.ts';
import { writeVerified } from '../../src/writing/write-verified.ts';
import { withRow, withTable } from '../support/changed-document.ts';
import { seedsFolder } from '../support/plan-2023.ts';
import { resources } from '../support/theme.ts';

const work = mkdtempSync(join(tmpdir(), 'jianbao-publish-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** A writer with a fault: it writes something else than it was given. */
function faulty(writer: Writer, fault: (document: Document) => Document): Writer {
  return { ...writer, write: (document, own) => writer.write(fault(document), own) };
}

/** A press in this thread that checks what it writes, as the real one does; one format has the fault. */
function pressWith(format: Format, fault: (document: Document) => Document): Press {
  return {
    async write({ document, format: asked }) {
      const writer = await loadWriter(asked);
      return writeVerified(asked === format ? faulty(writer, fault) : writer, asked, document, resources);
    },
    close: async () => {},
  };
}

const options = (out: string): ReportOptions => ({
  from: seedsFolder,
  period: '2023-06',
  districts: ['上城区'],
  formats: ['pdf', 'docx', 'xlsx', 'html'],
  out,
  issued: null,
});

const wrongFigure = (document: Document) =>
  withRow(document, '附件2', '20.1', (cells) => cells.with(-1, textCell('3处')));
const lostRows = (document: Document) =>
  withTable(document, '任务明细', (table) => ({ ...table, groups: table.groups.slice(0, -1) }));

/** The month as it was published before. */
const earlier = join(work, 'earlier');
beforeAll(async () => {
  await reportWith(
    pressWith('html', (document) => document),
    { ...options(earlier), formats: ['html'] },
  );
});

describe('a month whose files are all right', () => {
  it('is published', async () => {
    const out = join(work, 'right');
    const { files } = await reportWith(
      pressWith('pdf', (document) => document),
      options(out),
    );
    expect(files).toHaveLength(4);
    expect(readdirSync(out).sort()).toEqual(['manifest.json', '上城区', '核对'].sort());
  });
});

describe.each(['pdf', 'docx', 'xlsx', 'html'] as const)('a writer of %s with a fault', (format) => {
  /** Another one is right, and is not published either. */
  const formats = [format, format === 'html' ? 'xlsx' : 'html'] as const;

  it.each([
    ['another figure', wrongFigure, /附件2 第20\.1行 杭州西湖风景名胜区：应为“2处”，文件中为“3处”/],
    ['a lost row', lostRows, /任务明细 第22\.2行：缺少这一行/],
  ])('publishes nothing, leaves what was there and says what is wrong: %s', async (name, fault, message) => {
    const out = join(work, `${format}-${name}`);
    cpSync(earlier, out, { recursive: true });
    const before = readFileSync(join(out, 'manifest.json'), 'utf8');

    const problem = await reportWith(pressWith(format, fault), { ...options(out), formats }).catch(
      (error: unknown) => error,
    );
    expect(problem).toBeInstanceOf(MismatchError);
    const { diagnostics } = problem as MismatchError;
    expect(diagnostics.map((d) => d.message['zh-CN'])).toEqual([expect.stringMatching(message)]);
    expect(diagnostics[0]?.at?.source).toBe(`上城区2023年6月民生实事简报.${format}`);

    expect(readFileSync(join(out, 'manifest.json'), 'utf8')).toBe(before);
    expect(readdirSync(join(out, '上城区'))).toEqual(['上城区-2023年6月民生实事简报.html']);
    expect(readdirSync(work).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});
