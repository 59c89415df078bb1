import type { Texts } from './texts.ts';

/** What `explain` says. */
export const explainTexts = {
  explainedDespite: (d: { count: string }) => ({
    'zh-CN': `该月有 ${d.count} 个错误（见上），更正或处理后才能生成简报；以下按现有数据说明：`,
    en: `The month has ${d.count} error(s), see above, and cannot be published yet; this is what its data say so far:`,
  }),
  explainedSource: (d: {
    where: string;
    reporter: string;
    revision: string;
    cutoff: string;
    received: string;
    sha256: string;
  }) => ({
    'zh-CN': [
      `来源：${d.where}`,
      d.reporter && `${d.reporter}第${d.revision}版，截至${d.cutoff}`,
      d.received && `收到于 ${d.received}`,
      d.sha256 && `SHA-256 ${d.sha256}…`,
    ]
      .filter(Boolean)
      .join('；'),
    en: [
      `source: ${d.where}`,
      d.reporter && `${d.reporter}, revision ${d.revision}, cut-off ${d.cutoff}`,
      d.received && `received ${d.received}`,
      d.sha256 && `SHA-256 ${d.sha256}…`,
    ]
      .filter(Boolean)
      .join('; '),
  }),
  explainedRevision: (d: { revision: string }) => ({ 'zh-CN': `，第${d.revision}版`, en: `, revision ${d.revision}` }),
  explainedDecision: (d: { text: string }) => ({ 'zh-CN': `处理意见：${d.text}`, en: `decision: ${d.text}` }),
} satisfies Texts;
