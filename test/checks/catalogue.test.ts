import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { schemaProblem } from '../../src/model/schema-problem.ts';
import { catalogue, graded, gradeProblem } from '../../src/month/check-catalogue.ts';
import { dataFolderSchema } from '../../src/office/config.ts';
import { checkTables } from '../support/check-table.ts';
import { full, monthOf } from '../support/months.ts';

const folder = fileURLToPath(new URL('../../src/checks', import.meta.url));
const settingsProblem = (checks: object) => {
  const parsed = dataFolderSchema.safeParse({ settings: { checks } });
  return parsed.success ? null : schemaProblem(parsed.error);
};

describe('the catalogue of checks', () => {
  it('is the table in src/checks/README.md', async () => {
    await expect(checkTables()).toMatchFileSnapshot(`${folder}/README.md`);
  });

  it('has every code that a check defines, once, with words in both languages', () => {
    const files = readdirSync(folder).filter((file) => file.endsWith('.ts'));
    const source = files.map((file) => readFileSync(`${folder}/${file}`, 'utf8')).join('\n');
    const defined = [...source.matchAll(/defineProblem(?:<[^(]*>)?\(\s*'([a-z-]+)'/g)].map(([, code]) => code);
    expect(defined.length).toBeGreaterThan(15);
    const codes = catalogue.map(({ code }) => code);
    expect(defined.filter((code) => !codes.includes(code as string))).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
    for (const { explanation } of catalogue)
      for (const words of Object.values(explanation))
        expect(Object.values(words).every((text) => text.trim().length > 2)).toBe(true);
  });
});

describe('the severities of an office', () => {
  const slip = full('1', '5', '2');
  const severity = (checks: object) => monthOf(slip, { settings: { checks } }).diagnostics.map((d) => d.severity);

  it('change what a finding weighs, and leave it out', () => {
    expect(severity({})).toEqual(['warning']);
    expect(severity({ 'above-task': 'info' })).toEqual(['info']);
    expect(severity({ 'above-task': 'off' })).toEqual([]);
  });

  it('stop the month where they make it an error', () => {
    const { month, diagnostics } = monthOf(slip, { settings: { checks: { 'above-task': 'error' } } });
    expect(diagnostics.map((d) => d.severity)).toEqual(['error']);
    expect(month).toBeNull();
  });

  it('weigh what is found while reading, too', () => {
    const words = full('1', '全部开工', '2');
    expect(monthOf(words, { settings: { checks: { 'return-words-for-figure': 'error' } } }).month).toBeNull();
    expect(monthOf(words).month).not.toBeNull();
  });

  it('never lower what is binding, whatever way they came in', () => {
    const { month, diagnostics } = monthOf(full('1', '2', '2').with(1, '甲区,1,,1.1,2,万座,'));
    expect(month).toBeNull();
    const unit = diagnostics.filter((d) => d.code === 'return-unit');
    expect(unit).toHaveLength(1);
    expect(graded(unit, { 'return-unit': 'off' })).toEqual(unit);
    expect(gradeProblem('return-unit', 'error')).toBeNull();
    expect(settingsProblem({ 'return-unit': 'warning' })?.['zh-CN']).toContain('不能降为 warning');
  });

  it('may only speak of checks that there are, and name those that are near', () => {
    expect(settingsProblem({ 'above-task': 'off', 'name-figure': 'info' })).toBeNull();
    const typo = settingsProblem({ 'above-taks': 'info' });
    expect(typo?.['zh-CN']).toContain('“settings.checks.above-taks”不是校核项，是否为above-task');
    expect(typo?.en).toContain('perhaps above-task');
    expect(settingsProblem({ xyz: 'info' })?.en).toContain('"settings.checks.xyz" is no check; jianbao checks list');
    expect(settingsProblem({ 'above-task': 'never' })?.en).toContain('error、warning、info、off');
  });
});
