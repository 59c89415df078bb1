import { defineProblem } from '../model/diagnostic.ts';

/** What is found when an edition is rendered again. */

export const renderedOtherwise = defineProblem<{ frozenBy: string; now: string }>(
  'snapshot-rendered-otherwise',
  'error',
  {
    'zh-CN': (d) => ({
      message:
        d.frozenBy === d.now
          ? '按快照重新生成的内容与当时的不是同样的字节'
          : `按快照重新生成的内容与当时的不是同样的字节（当时为程序 ${d.frozenBy} 版，现为 ${d.now} 版）`,
      hint: '当时的文件如还在，请以它为准；要重新生成，请安装当时的程序版本。',
    }),
    en: (d) => ({
      message:
        d.frozenBy === d.now
          ? 'does not come out with the bytes that it had'
          : `does not come out with the bytes that it had (made by version ${d.frozenBy}, this is ${d.now})`,
      hint: 'If the file of that time is still there, take it; to render it again, install that version of the program.',
    }),
  },
);

export const outputDiffers = defineProblem('snapshot-output-differs', 'error', {
  'zh-CN': () => ({
    message: '已经存在，内容与按快照重新生成的不同',
    hint: '它可能被改动过，也可能由别的快照生成；请用 jianbao verify 核对。',
  }),
  en: () => ({
    message: 'is there already and says something else',
    hint: 'It was changed, or rendered from another snapshot; jianbao verify tells which.',
  }),
});
