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
  held: (d: { doubtful: string }) => ({
    'zh-CN': `备份之后做过的事不在备份中：自动运行已全部暂停，${d.doubtful} 封当时未发完的邮件列为存疑。请用 jianbao outbox list 核实邮件，跳过已经做过的环节，再用 jianbao schedule resume "*" --by 姓名 恢复运行`,
    en: `what was done after the backup is not in it: all steps are paused, and ${d.doubtful} mails that had not ended are in doubt. Check the mails with jianbao outbox list, skip the steps that were done, then go on with jianbao schedule resume "*" --by NAME`,
  }),
  kept: (d: { kept: string }) => ({
    'zh-CN': `恢复前的内容保留在 ${d.kept}`,
    en: `what was there before is kept in ${d.kept}`,
  }),
} satisfies Texts;
