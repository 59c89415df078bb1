import { decisionTexts } from './cli-text-decisions.ts';
import type { Language, Message } from './model/language.ts';
import type { PlanChangeKind } from './plan/diff-plans.ts';

const changeNames: Readonly<Record<PlanChangeKind, string>> = {
  'column-added': '增加列',
  'column-removed': '取消列',
  'target-added': '增加任务',
  'target-removed': '取消任务',
  'target-renumbered': '编号变动',
  'project-name': '项目名称',
  quantity: '量化目标',
  'part-of': '所属目标',
  'lead-units': '牵头单位',
  allocation: '分解数',
  note: '说明',
};

const gradeNames: Readonly<Record<string, string>> = { error: '错误', warning: '警告', info: '提示', off: '不校核' };

/** What the command line says besides diagnostics, in both languages. */
const texts = {
  reported: (d: { files: string; out: string; seconds: string }) => ({
    'zh-CN': `已生成 ${d.files} 个文件，存放在 ${d.out}（用时 ${d.seconds} 秒）`,
    en: `wrote ${d.files} files to ${d.out} in ${d.seconds} s`,
  }),
  correctionMade: (d: { edition: string; unchanged: string }) => ({
    'zh-CN': `以上为${d.edition}，变化列在各简报的“更正说明”中；以前的版本保留不动${d.unchanged === '' ? '' : `。没有变化、未生成更正版的：${d.unchanged}`}`,
    en: `This is ${d.edition}; each briefing lists what changed, and the earlier editions stay${d.unchanged === '' ? '' : `. Nothing changed for ${d.unchanged}, who get none`}`,
  }),
  correctionDate: () => ({
    'zh-CN': '更正版的印发日期与原版相同；要写明更正的日期，请加 --issued',
    en: 'The correction has the issue date of the original; name its own with --issued',
  }),
  originalReplaced: (d: { audiences: string }) => ({
    'zh-CN': `注意：数据或设置与上次生成时不同，已替换原版：${d.audiences}。上一版如已印发，请改用 --correction 生成更正版（上一版可用 --snapshot 恢复）`,
    en: `Note: data or settings differ from the last time; the original was replaced for ${d.audiences}. If it was already issued, make a correction with --correction instead (--snapshot brings the issued one back)`,
  }),
  reasonAlone: () => ({
    'zh-CN': '--reason 是更正原因，须与 --correction 同用',
    en: '--reason says why something is corrected and goes with --correction',
  }),
  monthMissing: () => ({
    'zh-CN': '请用 --month 指明月份，如 --month 2023-06；按快照重新生成的，请用 --snapshot 写出末页的编号',
    en: 'name the month with --month, like --month 2023-06, or a snapshot with --snapshot',
  }),
  snapshotAlone: () => ({
    'zh-CN': '快照中已有月份和印发日期，--snapshot 不能与 --month、--issued、--correction 同用',
    en: 'a snapshot has its month and its issue date: --snapshot does not go with --month, --issued and --correction',
  }),
  frozenByOther: (d: { frozenBy: string; now: string }) => ({
    'zh-CN': `这个快照由程序 ${d.frozenBy} 版封存，现在用的是 ${d.now} 版`,
    en: `the snapshot was frozen by version ${d.frozenBy} of the program, this is ${d.now}`,
  }),
  renderedAgain: (d: { edition: string; files: string; there: string; out: string }) => ({
    'zh-CN': `已按快照重新生成 ${d.edition} 的 ${d.files} 个文件，存放在 ${d.out}${d.there === '0' ? '' : `（其中 ${d.there} 个原来就在，内容相同）`}`,
    en: `rendered ${d.files} files of ${d.edition} again from their snapshot, in ${d.out}${d.there === '0' ? '' : ` (${d.there} were there already, with the same bytes)`}`,
  }),
  sameBytes: () => ({
    'zh-CN': '与当时生成的文件逐字节一致',
    en: 'They are byte for byte the files of that time.',
  }),
  bytesUnknown: (d: { count: string }) => ({
    'zh-CN': `其中 ${d.count} 个没有当时的记录可对照，无法断定与当时逐字节一致；其余一致`,
    en: `For ${d.count} of them no record of that time was found, so nobody can tell whether they are the same; the others are.`,
  }),
  progress: (d: { done: string; total: string; path: string }) => ({
    'zh-CN': `${d.done}/${d.total} ${d.path}`,
    en: `${d.done}/${d.total} ${d.path}`,
  }),
  sample: () => ({
    'zh-CN': '注意：所用月报为示例数据，文件各页均已标明“示例数据”。',
    en: 'Note: the returns are sample data; every page says 示例数据.',
  }),
  nothingWritten: () => ({
    'zh-CN': '数据有错误，没有写出任何文件。请按提示更正后重试。',
    en: 'The data have errors; nothing was written. Correct them and try again.',
  }),
  mismatch: () => ({
    'zh-CN': '写出的文件与简报内容不一致，没有发布任何文件。这是程序的缺陷，请把以上内容告知维护人员。',
    en: 'A written file does not say what the briefing says; nothing was published. This is a fault of the program: please report the above.',
  }),
  allSame: (d: { count: string }) => ({
    'zh-CN': `核对 ${d.count} 个文件：均与生成时完全一致，内容逐格核对无误`,
    en: `${d.count} file(s) verified: each is byte for byte what was made, and every cell is right`,
  }),
  notAllSame: (d: { same: string; count: string }) => ({
    'zh-CN': `核对 ${d.count} 个文件：${d.same} 个与生成时完全一致、内容无误，其余见上`,
    en: `${d.count} file(s) verified: ${d.same} are byte for byte what was made and right in every cell, the others see above`,
  }),
  nothingToVerify: () => ({
    'zh-CN': '没有可以核对的文件',
    en: 'there is no file to verify',
  }),
  verdict: (d: { path: string; verdict: string; packet: string; sha256: string }) => ({
    'zh-CN': `${d.path}：${
      {
        same: `与生成时完全一致，内容无误（${d.packet}）`,
        changed: `被改动过（应为${d.packet}）`,
        differs: `与生成时完全一致，但内容有误（${d.packet}）`,
        other: `是别的文件（应为${d.packet}）`,
        missing: `不在了（${d.packet}）`,
        unlisted: '不在清单中',
        unknown: '无从对照',
      }[d.verdict] ?? d.verdict
    }${d.sha256 === '' ? '' : `　SHA-256 ${d.sha256}`}`,
    en: `${d.path}: ${
      {
        same: `as it was made, and right (${d.packet})`,
        changed: `changed (should be ${d.packet})`,
        differs: `as it was made, but wrong (${d.packet})`,
        other: `another file (should be ${d.packet})`,
        missing: `missing (${d.packet})`,
        unlisted: 'not in the manifest',
        unknown: 'nothing to compare it with',
      }[d.verdict] ?? d.verdict
    }${d.sha256 === '' ? '' : `  SHA-256 ${d.sha256}`}`,
  }),
  planChecked: (d: { title: string; projects: string; targets: string; columns: string; figures: string }) => ({
    'zh-CN': `${d.title}：${d.projects} 个项目，${d.targets} 项量化目标，${d.columns} 列，${d.figures} 个分解数`,
    en: `${d.title}: ${d.projects} projects, ${d.targets} targets, ${d.columns} columns, ${d.figures} allocated figures`,
  }),
  exported: (d: { out: string }) => ({ 'zh-CN': `已写出 ${d.out}`, en: `wrote ${d.out}` }),
  backedUp: (d: { file: string; plans: string; returns: string; files: string }) => ({
    'zh-CN': `已备份到 ${d.file} 并核对无误：任务分解表 ${d.plans} 个版本，月报 ${d.returns} 份，原始文件 ${d.files} 个`,
    en: `backed up to ${d.file} and read back: ${d.plans} plan versions, ${d.returns} returns, ${d.files} source files`,
  }),
  restored: (d: { plans: string; returns: string; files: string }) => ({
    'zh-CN': `已恢复：任务分解表 ${d.plans} 个版本，月报 ${d.returns} 份，原始文件 ${d.files} 个`,
    en: `restored: ${d.plans} plan versions, ${d.returns} returns, ${d.files} source files`,
  }),
  kept: (d: { kept: string }) => ({
    'zh-CN': `恢复前的内容保留在 ${d.kept}`,
    en: `what was there before is kept in ${d.kept}`,
  }),
  tally: (d: { errors: string; warnings: string; infos: string }) => ({
    'zh-CN': `错误 ${d.errors} 个，警告 ${d.warnings} 个，提示 ${d.infos} 个`,
    en: `${d.errors} error(s), ${d.warnings} warning(s), ${d.infos} note(s)`,
  }),
  ...decisionTexts,
  template: (d: { problem: string }) => ({ 'zh-CN': `模板有误：${d.problem}`, en: `template error: ${d.problem}` }),
  write: (d: { problem: string }) => ({ 'zh-CN': `文件无法生成：${d.problem}`, en: `cannot write: ${d.problem}` }),
  badMonth: (d: { text: string }) => ({
    'zh-CN': `“${d.text}”不是月份，请写成 2023-06`,
    en: `"${d.text}" is no month, write it like 2023-06`,
  }),
  badDate: (d: { text: string }) => ({
    'zh-CN': `“${d.text}”不是日期，请写成 2023-07-05`,
    en: `"${d.text}" is no date, write it like 2023-07-05`,
  }),
  badYear: (d: { text: string }) => ({
    'zh-CN': `“${d.text}”不是年份，请写成 2023`,
    en: `"${d.text}" is no year, write it like 2023`,
  }),
  sampleForms: () => ({
    'zh-CN': '注意：上月数为示例数据，月报表各页均已标明“示例数据”。',
    en: 'Note: last month’s figures are sample data; every page of the forms says 示例数据.',
  }),
  formsMade: (d: { files: string; out: string }) => ({
    'zh-CN': `已生成 ${d.files} 份月报表，存放在 ${d.out}`,
    en: `wrote ${d.files} return forms to ${d.out}`,
  }),
  filesRead: (d: { count: string }) => ({ 'zh-CN': `已读取 ${d.count} 个文件`, en: `${d.count} files read` }),
  noReturnFiles: (d: { paths: string }) => ({
    'zh-CN': `${d.paths} 中没有文件`,
    en: `there are no files in ${d.paths}`,
  }),
  returnsHead: () => ({ 'zh-CN': '填报单位|月份|项数|结果|文件', en: 'reporter|month|entries|outcome|file' }),
  outcomeNone: () => ({ 'zh-CN': '未存入', en: 'not stored' }),
  outcome: (d: { outcome: string; revision: string }) => ({
    'zh-CN': `${{ stored: '新存入', revised: '更正', unchanged: '没有变化' }[d.outcome] ?? d.outcome}（第${d.revision}版）`,
    en: `${{ stored: 'new', revised: 'correction', unchanged: 'unchanged' }[d.outcome] ?? d.outcome}, revision ${d.revision}`,
  }),
  outcomeLater: (d: { counts: string }) => ({
    'zh-CN': `，仍以第${d.counts}版为准`,
    en: `; revision ${d.counts} counts`,
  }),
  returnsRefused: (d: { good: string; wrong: string }) => ({
    'zh-CN': `${d.wrong} 个文件有错误，什么都没有存入。更正后重新导入；或加 --accept-partial，存入以上 ${d.good} 份月报中无误的各项。`,
    en: `${d.wrong} file(s) have errors; nothing was stored. Correct them and import again, or add --accept-partial to store the good entries of the ${d.good} return(s) above.`,
  }),
  returnsStored: (d: { stored: string; revised: string; unchanged: string }) => ({
    'zh-CN': `新存入 ${d.stored} 份，更正 ${d.revised} 份，没有变化 ${d.unchanged} 份`,
    en: `${d.stored} new, ${d.revised} corrected, ${d.unchanged} unchanged`,
  }),
  returnsPartial: (d: { wrong: string }) => ({
    'zh-CN': `有 ${d.wrong} 个文件的错误之处没有存入，请退回更正`,
    en: `the wrong entries of ${d.wrong} file(s) were left out; send them back for correction`,
  }),
  planStored: (d: { version: string; effective: string }) => ({
    'zh-CN': `已存入任务分解表 ${d.version}，自 ${d.effective} 起施行`,
    en: `stored the plan as ${d.version}, in force from ${d.effective}`,
  }),
  planUnchanged: (d: { version: string; effective: string }) => ({
    'zh-CN': `与已有的 ${d.version}（自 ${d.effective} 起施行）相同，没有变化`,
    en: `it is the plan ${d.version}, in force from ${d.effective}; nothing was stored`,
  }),
  planChanges: (d: { earlier: string; count: string }) => ({
    'zh-CN': `与 ${d.earlier} 相比有 ${d.count} 处变动；此前各月的简报不受影响：`,
    en: `${d.count} change(s) from ${d.earlier}; briefings of earlier months stay as they were:`,
  }),
  planSame: (d: { earlier: string; count: string }) => ({
    'zh-CN': `任务与 ${d.earlier} 相同`,
    en: `the tasks are those of ${d.earlier}`,
  }),
  comparedPlan: (d: { side: string; named: string; title: string; effective: string; document: string }) => ({
    'zh-CN': `${d.side === 'before' ? '原' : '现'}：${d.named} ${d.title}${d.effective === '' ? '' : `，自 ${d.effective} 起施行`}${d.document === '' ? '' : `，${d.document}`}`,
    en: `${d.side}: ${d.named} ${d.title}${d.effective === '' ? '' : `, in force from ${d.effective}`}${d.document === '' ? '' : `, ${d.document}`}`,
  }),
  plansSame: () => ({ 'zh-CN': '两版任务相同', en: 'the two say the same' }),
  planChangeHead: () => ({ 'zh-CN': '编号|任务|变动|列|原|现', en: 'target|task|change|column|before|after' }),
  planChange: (d: { kind: PlanChangeKind }) => ({ 'zh-CN': changeNames[d.kind], en: d.kind }),
  nothing: () => ({ 'zh-CN': '（无）', en: '(none)' }),
  badFormat: (d: { text: string; known: string }) => ({
    'zh-CN': `没有“${d.text}”这种格式，可选：${d.known}`,
    en: `there is no format "${d.text}"; known: ${d.known}`,
  }),
  severity: (d: { severity: string }) => ({
    'zh-CN': gradeNames[d.severity] ?? d.severity,
    en: d.severity,
  }),
  grade: (d: { grade: string }) => ({
    'zh-CN': gradeNames[d.grade] ?? d.grade,
    en: d.grade,
  }),
  gradeChanged: (d: { grade: string }) => ({
    'zh-CN': `（已按设置调整，原为${gradeNames[d.grade] ?? d.grade}）`,
    en: ` (by the settings, otherwise ${d.grade})`,
  }),
  binding: () => ({ 'zh-CN': '　须更正，不能降级', en: ' (needs a correction, cannot be lowered)' }),
  checksListed: (d: { count: string }) => ({
    'zh-CN': `共 ${d.count} 项校核。等级在 jianbao.yaml 的 settings.checks 中调整，如 above-task: info；可用 error、warning、info、off`,
    en: `${d.count} checks. Change what they weigh in jianbao.yaml under settings.checks, such as above-task: info; error, warning, info or off`,
  }),
} satisfies Record<string, (data: never) => Message>;

export type CliText = keyof typeof texts;

/** One text in one language. */
export function say<K extends CliText>(language: Language, key: K, ...data: Parameters<(typeof texts)[K]>): string {
  const text = texts[key] as (...args: typeof data) => Message;
  return text(...data)[language];
}

/** A text in both languages, for errors. */
export function both<K extends CliText>(key: K, ...data: Parameters<(typeof texts)[K]>): Message {
  const text = texts[key] as (...args: typeof data) => Message;
  return text(...data);
}

/** zh-CN unless `--lang` or `LANG` asks for English. */
export function languageOf(flag: string | undefined, environment: string | undefined): Language {
  return (flag ?? (environment?.toLowerCase().startsWith('en') ? 'en' : 'zh-CN')) === 'en' ? 'en' : 'zh-CN';
}
