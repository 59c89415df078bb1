import type { Texts } from './texts.ts';

/** What making a month’s briefings says. */
export const reportTexts = {
  reported: (d: { files: string; out: string; seconds: string }) => ({
    'zh-CN': `已生成 ${d.files} 个文件，存放在 ${d.out}（用时 ${d.seconds} 秒）`,
    en: `wrote ${d.files} files to ${d.out} in ${d.seconds} s`,
  }),
  correctionMade: (d: { edition: string; unchanged: string }) => ({
    'zh-CN': `以上为${d.edition}，变化列在各简报的“更正说明”中；以前的版本保留不动${d.unchanged === '' ? '' : `。没有变化、未生成更正版的：${d.unchanged}`}`,
    en: `This is ${d.edition}; each briefing lists what changed, and the earlier editions stay${d.unchanged === '' ? '' : `. Nothing changed for ${d.unchanged}, who get none`}`,
  }),
  comparedWithOther: (d: { program: string; now: string }) => ({
    'zh-CN': `注意：上一版由程序 ${d.program} 版生成，现为 ${d.now} 版；变化是两版都按现在的规则比较得出的，请与印发的上一版核对`,
    en: `Note: the last edition was made by version ${d.program}, this is ${d.now}; both were compared by the rules of today. Check the changes against what was issued`,
  }),
  correctionDate: () => ({
    'zh-CN': '更正版的印发日期与原版相同；要写明更正的日期，请加 --issued',
    en: 'The correction has the issue date of the original; name its own with --issued',
  }),
  originalReplaced: (d: { audiences: string }) => ({
    'zh-CN': `注意：数据或设置与上次生成时不同，已替换原版：${d.audiences}。上一版如已印发，请改用 --correction 生成更正版（上一版可用 --snapshot 恢复）`,
    en: `Note: data or settings differ from the last time; the original was replaced for ${d.audiences}. If it was already issued, make a correction with --correction instead (--snapshot brings the issued one back)`,
  }),
  badGroup: (d: { text: string; known: string }) => ({
    'zh-CN': `没有“${d.text}”这类简报，可选：${d.known}`,
    en: `there is no kind of reader "${d.text}"; known: ${d.known}`,
  }),
  onlyAlone: () => ({
    'zh-CN': '--only 不能与 --audience、--correction、--snapshot 同用',
    en: '--only cannot be combined with --audience, --correction or --snapshot',
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
  sample: () => ({
    'zh-CN': '注意：所用月报为示例数据，文件各页均已标明“示例数据”。',
    en: 'Note: the returns are sample data; every page says 示例数据.',
  }),
} satisfies Texts;
