import { type Approval, isDraft } from '../model/approval.ts';
import { chinaDate, chinaTime } from '../model/china-time.ts';
import { editionMark } from '../model/correction.ts';
import { dateText } from '../model/period.ts';
import type { Month } from './month.ts';

/** What the last page says of the signature: 审签：督查室负责人 2023年7月5日 10:12, the time being China's. */
export function approvalText(approval: Approval): string {
  if (approval.kind === 'draft') return '审签：待审签';
  const time = `${dateText(chinaDate(approval.at))}${chinaTime(approval.at).slice(10)}`;
  return approval.automatic ? `按设置自动审签 ${time}` : `审签：${approval.by} ${time}`;
}

/** （更正版1）, （送审稿）, （更正版1送审稿）: what stands behind the title of an edition; '' for the original. */
export function markOf({ correction, approval }: Pick<Month, 'correction' | 'approval'>): string {
  return editionMark(correction?.edition ?? 0, isDraft(approval));
}

/** What must stand on every page: that the figures are samples, and that nobody signed yet. Null for neither. */
export function bannerOf({ sample, approval }: Pick<Month, 'sample' | 'approval'>): string | null {
  const draft = isDraft(approval);
  if (sample) return draft ? '示例数据送审稿　仅供演示，未经审签' : '示例数据　仅供演示，不得作为工作依据';
  return draft ? '送审稿　未经审签，不得印发' : null;
}
