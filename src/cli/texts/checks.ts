import type { Texts } from './texts.ts';

const gradeNames: Readonly<Record<string, string>> = { error: '错误', warning: '警告', info: '提示', off: '不校核' };

/** How problems and checks are told. */
export const checksTexts = {
  tally: (d: { errors: string; warnings: string; infos: string }) => ({
    'zh-CN': `错误 ${d.errors} 个，警告 ${d.warnings} 个，提示 ${d.infos} 个`,
    en: `${d.errors} error(s), ${d.warnings} warning(s), ${d.infos} note(s)`,
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
} satisfies Texts;
