import { defineProblem } from '../model/diagnostic.ts';

/** A file alone is above the limit: no splitting helps. */
export const fileTooLarge = defineProblem<{ file: string; size: string; limit: string }>(
  'packet-file-too-large',
  'error',
  {
    'zh-CN': ({ file, size, limit }) => ({
      message: `${file}在邮件中占${size}，单封邮件上限为${limit}，拆分也发不出`,
      hint: '请在 jianbao.yaml 的 mail 中写 tooLarge: link 和 link（存放地址），或调高 sizeLimit',
    }),
    en: ({ file, size, limit }) => ({
      message: `${file} takes ${size} in a mail, one mail may have ${limit}; splitting does not help`,
      hint: 'set tooLarge: link and link under mail in jianbao.yaml, or raise sizeLimit',
    }),
  },
);
