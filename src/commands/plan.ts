import { diagnosticJson, print, printDiagnostics } from '../cli/output.ts';
import { say } from '../cli/text.ts';
import { exportPlan, openPlan } from '../jobs/export-plan.ts';
import { planJson } from '../plan/plan-json.ts';
import { formats } from '../writers/index.ts';
import type { Desk, Registers } from './desk.ts';
import { formatFlag } from './flags.ts';
import { registerPlanStore } from './plan-store.ts';

interface ExportFlags {
  format: string;
  out: string;
}

export const registerPlan: Registers = (program, desk) => {
  const plan = program.command('plan').description('任务分解表 (allocation tables)');
  plan
    .command('check <file>')
    .description('读取并校核任务分解表 (read and check a table)')
    .option('--json', '以 JSON 输出结果 (machine-readable result)')
    .action((file: string) => runCheck(file, desk));
  plan
    .command('export <file>')
    .description('把任务分解表写成另一种格式 (write a table in another format)')
    .requiredOption('--format <format>', [...formats, 'json'].join('|'))
    .requiredOption('--out <file>', '输出文件 (output file)')
    .action((file: string, flags: ExportFlags) => runExport(file, flags, desk));
  registerPlanStore(plan, desk);
};

async function runCheck(file: string, desk: Desk): Promise<void> {
  const { language, json } = desk.voice();
  const { plan, diagnostics } = await openPlan(file);
  if (json) {
    const found = diagnostics.map((d) => diagnosticJson(d, language));
    print(JSON.stringify({ ok: true, plan: planJson(plan), diagnostics: found }, null, 2));
    return;
  }
  printDiagnostics(diagnostics, language);
  const targets = plan.projects.flatMap((project) => project.targets);
  const figures = targets.reduce((count, target) => count + Object.keys(target.allocations).length, 0);
  print(
    say(language, 'planChecked', {
      title: plan.title,
      projects: String(plan.projects.length),
      targets: String(targets.length),
      columns: String(plan.columns.length),
      figures: String(figures),
    }),
  );
}

async function runExport(file: string, { format, out }: ExportFlags, desk: Desk): Promise<void> {
  const { language } = desk.voice();
  const diagnostics = await exportPlan(file, formatFlag(format, [...formats, 'json'] as const), out);
  printDiagnostics(diagnostics, language);
  print(say(language, 'exported', { out }));
}
