import type { Texts } from './texts.ts';

/** What reading finished files back says. */
export const verifyTexts = {
  mismatch: () => ({
    'zh-CN': '写出的文件与简报内容不一致，没有发布任何文件。这是程序的缺陷，请把以上内容告知维护人员。',
    en: 'A written file does not say what the briefing says; nothing was published. This is a fault of the program: please report the above.',
  }),
  allSame: (d: { count: string }) => ({
    'zh-CN': `核对 ${d.count} 个文件：均与生成时完全一致，内容逐格核对无误，没有收件单位不该看的内容`,
    en: `${d.count} file(s) verified: each is byte for byte what was made, every cell is right, and nothing in them is not for their readers`,
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
} satisfies Texts;
