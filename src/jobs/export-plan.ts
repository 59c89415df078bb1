import { basename, dirname } from 'node:path';
import { decisionsIn } from '../deciding/decisions-file.ts';
import { publish } from '../disk/files.ts';
import { loadResources, ownTemplates } from '../house-style/house-style.ts';
import { type Diagnostic, hasErrors } from '../model/diagnostic.ts';
import type { Document } from '../model/document.ts';
import { DataError } from '../model/errors/data-error.ts';
import type { Plan } from '../model/plan.ts';
import { run } from '../model/text.ts';
import { loadPlan } from '../month/pipeline.ts';
import { readConfig } from '../office/own-config.ts';
import { planJson } from '../plan/plan-json.ts';
import { planTable } from '../plan/plan-table.ts';
import { registryBeside } from '../sources/column-registry.ts';
import { loadFile } from '../sources/data-folder.ts';
import { type Format, loadWriter } from '../writers/index.ts';

/**
 * A plan file as printed, its columns named by the `columns.yaml` beside it, checked by the settings and with the `decisions.yaml`
 * beside it; DataError with all diagnostics where it is none.
 */
export async function openPlan(path: string): Promise<{ plan: Plan; diagnostics: Diagnostic[] }> {
  const names = await registryBeside(path);
  const decided = await decisionsIn(dirname(path));
  const own = await readConfig(dirname(path));
  const { plan, diagnostics } = loadPlan(
    await loadFile(path),
    names?.registry ?? null,
    decided?.decisions,
    own?.config.settings.checks,
  );
  if (plan === null || hasErrors(diagnostics)) throw new DataError(diagnostics);
  return { plan, diagnostics };
}

/** Writes the plan of a file in another format; the file appears whole or not at all. */
export async function exportPlan(path: string, format: Format | 'json', out: string): Promise<Diagnostic[]> {
  const { plan, diagnostics } = await openPlan(path);
  const bytes = format === 'json' ? jsonBytes(plan) : await writtenPlan(plan, format);
  await publish(dirname(out), [{ path: basename(out), bytes }]);
  return diagnostics;
}

function jsonBytes(plan: Plan): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(planJson(plan), null, 2)}\n`);
}

async function writtenPlan(plan: Plan, format: Format): Promise<Uint8Array> {
  const writer = await loadWriter(format);
  return writer.write(planDocument(plan), await loadResources(ownTemplates));
}

/** The plan as a document of one landscape section, in its printed layout. */
export function planDocument(plan: Plan): Document {
  const annex = plan.annex ?? '附件';
  return {
    title: plan.title,
    subject: plan.title,
    author: '',
    keywords: [],
    language: 'zh-CN',
    // A plan is of its year: the file's date must not depend on the day of the export.
    date: `${plan.year ?? 2000}-01-01`,
    banner: null,
    sections: [
      {
        name: annex,
        page: { paper: 'A4', orientation: 'landscape' },
        blocks: [
          { kind: 'paragraph', role: 'annex-label', content: [run(annex)] },
          { kind: 'heading', level: 1, content: [run(plan.title)] },
          planTable(plan, { name: annex, marked: null }),
          ...plan.notes.map((note) => ({ kind: 'paragraph' as const, role: 'note' as const, content: [run(note)] })),
        ],
      },
    ],
  };
}
