import { defineProblem } from '../model/diagnostic.ts';

/** What is found when a draft is checked. */
export const draftNotWhole = defineProblem<{ snapshot: string }>('draft-not-whole', 'error', {
  'zh-CN': (d) => ({
    message: `送审稿（数据快照：${d.snapshot}）不全或被改动过`,
    hint: '请用 jianbao sign draft 重新生成；不要在送审稿文件夹中改动文件。',
  }),
  en: (d) => ({
    message: `holds no whole draft (snapshot ${d.snapshot})`,
    hint: 'Make it anew with jianbao sign draft, and leave the files in its folder alone.',
  }),
});
