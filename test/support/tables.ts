import type { Table } from '../../src/model/document.ts';
import type { PlanReading } from '../../src/plan/read-plan.ts';
import { readPlan } from '../../src/plan/read-plan.ts';
import type { ColumnRegistry } from '../../src/plan/registry/schema.ts';
import { textReader } from '../../src/readers/text.ts';

const encoder = new TextEncoder();

/** Reads a plan from tab-separated lines; a blank line starts a new page. */
export function planOf(text: string, registry: ColumnRegistry | null = null): PlanReading {
  const { blocks } = textReader.read(encoder.encode(text), '测试.txt');
  return readPlan(blocks, '测试.txt', registry);
}

/** The tables of some text. */
export function tablesOf(text: string): Table[] {
  const { blocks } = textReader.read(encoder.encode(text), '测试.txt');
  return blocks.filter((block): block is Table => block.kind === 'table');
}

/** Codes of some diagnostics with the row they point at. */
export function codes(diagnostics: PlanReading['diagnostics']): string[] {
  return diagnostics.map((d) => `${d.code}@${d.at?.row ?? '-'}`);
}
