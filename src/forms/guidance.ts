import { dateText, monthOf, periodText, yearOf } from '../model/period.ts';
import type { Form } from './form.ts';
import type { FormColumnKey } from './form-columns.ts';

/** Characters that an answer in words may have; what is longer belongs into a letter. */
export const longestWords = { fallReason: 200, problems: 300, nextSteps: 300 } as const;

/** What whoever fills the form writes about themselves; each is typed behind its own words. */
export const answerLines = ['填表人：', '联系电话：', '审核人：'] as const;

/** What may stand in the place of a figure. */
export const offeredMarks = ['无任务', '未报送', '—'] as const;

export function formTitle({ period }: Pick<Form, 'period'>): string {
  return `${periodText(period)}民生实事项目进展月报表`;
}

/** Whose form it is, and its two dates. */
export function factLines(form: Pick<Form, 'cutoff'> & { reporter: { name: string }; due?: string }): string[] {
  return [
    `填报单位：${form.reporter.name}`,
    `数据截止日期：${dateText(form.cutoff)}`,
    ...(form.due === undefined ? [] : [`${dueLabel}${dateText(form.due)}`]),
  ];
}

export const dueLabel = '报送期限：';
export const guidanceHead = '填表说明：';

/** 填表说明, one point a line. */
export function guidance({ cutoff, due, issuer, reporter, period }: Form): string[] {
  const points = [
    '只填有底色的格，其余各格已锁定。可以调整行高、列宽；请不要增删行列，不要改动编号和上月数，不要把表复制到别的文件中填。',
    `累计完成：填${yearOf(period)}年1月1日至${dateText(cutoff)}的累计数，只填数字，单位见“单位”列。没有进展填0，没有这项任务填“无任务”，` +
      '暂时报不出填“未报送”，不适用填“—”；请不要留空。',
    ...(reporter.kind === 'lead-unit'
      ? ['“填报范围”为“全市”的填全市累计数，为“市本级”的只填市本级累计数；不量化的任务只填文字。']
      : []),
    ...(monthOf(period) === 1
      ? []
      : ['累计数比上月减少的，必须填写“数字下降的原因”，否则不予接收；上月数有误的，请先更正上月月报。']),
    `进度滞后的，请填写“存在问题”和“下一步打算”，各不超过${longestWords.problems}字。`,
    `请于${dateText(due)}前把本文件（.xlsx）发回${issuer}；更正时重新发送整张表，以最后收到的为准。`,
  ];
  return [guidanceHead, ...points.map((point, index) => `${index + 1}．${point}`)];
}

/** What Excel says beside an open cell, and when what was typed does not fit. */
export const prompts: Readonly<
  Record<OpenColumn, { readonly title: string; readonly prompt: string; readonly error: string }>
> = {
  cumulative: {
    title: '累计完成',
    prompt: `填1月以来的累计数，只填数字，不写单位。没有进展填0；没有数字时填${offeredMarks.join('、')}之一。`,
    error: `请填不小于0的数字，或${offeredMarks.join('、')}之一；情况说明请写在“存在问题”中。`,
  },
  fallReason: {
    title: '数字下降的原因',
    prompt: `累计数比上月减少的必须填写，不超过${longestWords.fallReason}字；没有减少的不填。`,
    error: `请控制在${longestWords.fallReason}字以内。`,
  },
  problems: {
    title: '存在问题',
    prompt: `进度滞后的请填写，不超过${longestWords.problems}字。`,
    error: `请控制在${longestWords.problems}字以内。`,
  },
  nextSteps: {
    title: '下一步打算',
    prompt: `措施和完成时间，不超过${longestWords.nextSteps}字。`,
    error: `请控制在${longestWords.nextSteps}字以内。`,
  },
};

export type OpenColumn = Extract<FormColumnKey, 'cumulative' | 'fallReason' | 'problems' | 'nextSteps'>;
