import { describe, expect, it } from 'vitest';
import { settingsSchema } from '../../src/model/settings.ts';
import { loadMonth } from '../../src/month/pipeline.ts';
import { planDigest } from '../../src/plan/plan-digest.ts';
import { formOf, planOf, returnedForm } from '../support/forms.ts';
import { bridges } from '../support/months.ts';
import { theme } from '../support/theme.ts';

const plan = planOf(bridges);
const bytes = (text: string) => new TextEncoder().encode(text);

async function monthWith(digest: string) {
  const forms = [];
  for (const [reporter, figures] of [
    ['甲区', [2]],
    ['乙县', [3]],
    ['甲局', [6, 1]],
  ] as const) {
    const form = formOf(reporter, { plan, digest });
    const filled = await returnedForm(form, (open) => {
      for (const [row, figure] of figures.entries()) open.cell(row, 'cumulative').value = figure;
    });
    forms.push({ name: `${reporter}.xlsx`, bytes: filled });
  }
  return loadMonth({
    plan: { name: '计划.txt', bytes: bytes(bridges) },
    returns: forms,
    period: '2023-06',
    settings: settingsSchema.parse({}),
    marks: theme.marks,
    issued: null,
  });
}

describe('a folder of returned forms', () => {
  it('makes the month as lists do, lead units included', async () => {
    const { month, diagnostics } = await monthWith(planDigest(plan));
    expect(diagnostics.map(({ code }) => code)).toEqual([]);
    expect(month?.assessment.tasks.map(({ column, done }) => [column, done?.value])).toEqual([
      ['市本级', '1'],
      ['甲区', '2'],
      ['乙县', '3'],
    ]);
  });

  it('stops the month where they were made for another plan', async () => {
    const { month, diagnostics } = await monthWith('0'.repeat(64));
    expect(month).toBeNull();
    expect(diagnostics.map(({ code }) => code).slice(0, 3)).toEqual(Array(3).fill('form-plan-differs'));
  });
});
