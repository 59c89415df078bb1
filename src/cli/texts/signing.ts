import { chinaTime } from '../../model/china-time.ts';
import type { Edition, EditionState } from '../../store/ledger/editions.ts';
import type { Texts } from './texts.ts';

const stateNames: Readonly<Record<EditionState, string>> = {
  draft: '送审稿，未核对',
  checked: '待审签',
  signed: '已审签，未发布',
  published: '已发布，待发送',
  delivered: '已发送',
};

export interface Named {
  /** 2023-06, and 2023年6月更正版1. */
  readonly month: string;
  readonly text: string;
}

/** What the command line says of drafts and signatures, in both languages. */
export const signingTexts = {
  signMonthMissing: () => ({
    'zh-CN': '请用 --month 指明月份，如 --month 2023-06',
    en: 'name the month with --month, like --month 2023-06',
  }),
  revokeUnsigned: () => ({
    'zh-CN': '撤回审签须有撤回人和理由：--by 姓名 --because 理由',
    en: 'taking a signature back needs a name and a reason: --by NAME --because REASON',
  }),
  draftMade: (d: Named & { folder: string; files: string }) => ({
    'zh-CN': `已生成${d.text}送审稿 ${d.files} 个文件，存放在 ${d.folder}`,
    en: `wrote ${d.files} files of the draft of ${d.month} to ${d.folder}`,
  }),
  draftKept: (d: Named & { folder: string; files: string }) => ({
    'zh-CN': `${d.text}的数据和设置没有变化，送审稿仍是原来的 ${d.files} 个文件，存放在 ${d.folder}`,
    en: `nothing changed in ${d.month}: the draft is the one that was made before, ${d.files} files in ${d.folder}`,
  }),
  draftUnchanged: (d: { unchanged: string }) => ({
    'zh-CN': `没有变化、不出更正版的：${d.unchanged}`,
    en: `Nothing changed for ${d.unchanged}, who get no correction`,
  }),
  draftOverOnDemand: () => ({
    'zh-CN':
      '注意：输出文件夹中已有用 jianbao report 生成的该月简报；审签发布时会把它整个移到“此前生成”文件夹。它如已印发，请改用 --correction',
    en: 'Note: the output folder has this month’s briefings made with jianbao report; publication will move them, whole, to 此前生成. If they were issued already, use --correction',
  }),
  draftChecked: (d: { month: string; draft: string }) => ({
    'zh-CN': `核对通过。请审阅送审稿，无误后运行：jianbao sign --month ${d.month} --by 审签人 --draft ${d.draft}`,
    en: `It passed all checks. Read it, then sign it with: jianbao sign --month ${d.month} --by NAME --draft ${d.draft}`,
  }),
  draftUnchecked: (d: { month: string; draft: string }) => ({
    'zh-CN': `送审稿 ${d.draft} 没有通过核对，不能审签；请按提示处理后重新运行 jianbao sign draft --month ${d.month}`,
    en: `the draft ${d.draft} did not pass its checks and cannot be signed; mend what is wrong and run jianbao sign draft --month ${d.month} again`,
  }),
  signedAndPublished: (d: Named & { signed: Edition['signed']; files: string; folder: string }) => {
    const at = chinaTime(d.signed?.at ?? '');
    return {
      'zh-CN': `${d.text}简报已${d.signed?.automatic ? '按设置自动' : `由${d.signed?.by}`}审签（${at}）并发布，共 ${d.files} 个文件，存放在 ${d.folder}`,
      en: `${d.month} is signed ${d.signed?.automatic ? 'by the settings' : `by ${d.signed?.by}`} (${at}) and published, ${d.files} files in ${d.folder}`,
    };
  },
  movedAside: (d: { aside: string }) => ({
    'zh-CN': `原来用 jianbao report 生成的简报已整个移到 ${d.aside}`,
    en: `the briefings made with jianbao report before were moved, whole, to ${d.aside}`,
  }),
  deliverNext: () => ({
    'zh-CN': '发送由日程的 deliver 步骤完成：jianbao serve 运行时到时自动发送',
    en: 'The step deliver of the schedule sends it: by itself at its time while jianbao serve is running',
  }),
  signatureRevoked: (d: Named) => ({
    'zh-CN': `已撤回${d.text}简报的审签；送审稿仍在，可以重新审签，或更正数据后用 jianbao sign draft --month ${d.month} 重新生成`,
    en: `took back the signature of ${d.month}; its draft can be signed again, or be made anew with jianbao sign draft --month ${d.month}`,
  }),
  noEditions: () => ({
    'zh-CN': '还没有送审稿；请用 jianbao sign draft --month 月份 生成',
    en: 'there are no drafts yet; make one with jianbao sign draft --month MONTH',
  }),
  editionHead: () => ({
    'zh-CN': '月份|版次|状态|数据快照|审签人|送审稿|审签|发布|发送',
    en: 'month|edition|state|snapshot|signer|drafted|signed|published|delivered',
  }),
  editionState: (d: { state: EditionState }) => ({ 'zh-CN': stateNames[d.state], en: d.state }),
} satisfies Texts;
