import type { Texts } from './texts.ts';

/** What backup and restore say. */
export const storeTexts = {
  backedUp: (d: { file: string; plans: string; returns: string; files: string; decisions: string }) => ({
    'zh-CN': `已备份到 ${d.file} 并核对无误：任务分解表 ${d.plans} 个版本，月报 ${d.returns} 份，原始文件 ${d.files} 个，处理意见 ${d.decisions} 条`,
    en: `backed up to ${d.file} and read back: ${d.plans} plan versions, ${d.returns} returns, ${d.files} source files, ${d.decisions} decisions`,
  }),
  restored: (d: { plans: string; returns: string; files: string; decisions: string }) => ({
    'zh-CN': `已恢复：任务分解表 ${d.plans} 个版本，月报 ${d.returns} 份，原始文件 ${d.files} 个，处理意见 ${d.decisions} 条`,
    en: `restored: ${d.plans} plan versions, ${d.returns} returns, ${d.files} source files, ${d.decisions} decisions`,
  }),
  kept: (d: { kept: string }) => ({
    'zh-CN': `恢复前的内容保留在 ${d.kept}`,
    en: `what was there before is kept in ${d.kept}`,
  }),
} satisfies Texts;
