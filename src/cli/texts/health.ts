import type { Health } from '../../health/exams/exam.ts';
import type { Urgency } from '../../health/status/item.ts';
import type { Message } from '../../model/language.ts';
import type { EditionState } from '../../store/ledger/editions.ts';
import type { Texts } from './texts.ts';

const healths: Readonly<Record<Health, { readonly 'zh-CN': string; readonly en: string }>> = {
  fine: { 'zh-CN': '正常', en: 'fine' },
  note: { 'zh-CN': '注意', en: 'note' },
  wrong: { 'zh-CN': '有误', en: 'wrong' },
};

const editionStates: Readonly<Record<EditionState, Message>> = {
  draft: { 'zh-CN': '送审稿', en: 'draft' },
  checked: { 'zh-CN': '已校核，待审签', en: 'checked, to be signed' },
  signed: { 'zh-CN': '已审签，待印发', en: 'signed, to be published' },
  published: { 'zh-CN': '已印发，发送中', en: 'published, being mailed' },
  delivered: { 'zh-CN': '已发送', en: 'delivered' },
};

/** What `doctor` and `status` say. */
export const healthTexts = {
  health: (d: { health: Health }) => healths[d.health],
  doctorTally: (d: { wrong: string; notes: string }) => ({
    'zh-CN':
      d.wrong === '0'
        ? d.notes === '0'
          ? '一切正常。'
          : `可以使用；${d.notes} 处请留意。`
        : `${d.wrong} 处有误，请按提示处理。`,
    en:
      d.wrong === '0'
        ? d.notes === '0'
          ? 'All is well.'
          : `It works; ${d.notes} to note.`
        : `${d.wrong} wrong; please do as told.`,
  }),
  statusAt: (d: { time: string }) => ({ 'zh-CN': `北京时间 ${d.time}`, en: `${d.time} in China` }),
  statusGroup: (d: { urgency: Urgency; count: string }) =>
    ({
      act: { 'zh-CN': `需要处理（${d.count}）`, en: `To be done by a person (${d.count})` },
      wait: { 'zh-CN': `正在等待（${d.count}）`, en: `Waiting (${d.count})` },
      know: { 'zh-CN': `请知悉（${d.count}）`, en: `To know (${d.count})` },
    })[d.urgency],
  nothingToDo: () => ({ 'zh-CN': '没有需要处理的事。', en: 'Nothing is to be done by a person.' }),
  statusEditions: () => ({ 'zh-CN': '各月简报', en: 'Editions' }),
  statusEdition: (d: { period: string; number: string; state: EditionState; at: string; signedBy: string }) => ({
    'zh-CN': `${d.period}${d.number === '0' ? '' : ` 更正版${d.number}`} ${editionStates[d.state]['zh-CN']}（${d.at}${d.signedBy === '' ? '' : `，${d.signedBy}审签`}）`,
    en: `${d.period}${d.number === '0' ? '' : ` correction ${d.number}`} ${editionStates[d.state].en} (${d.at}${d.signedBy === '' ? '' : `, signed by ${d.signedBy}`})`,
  }),
  statusNext: () => ({ 'zh-CN': '接下来', en: 'Next' }),
} satisfies Texts;
