import { mailStateNames } from '../../delivery/mail-state-names.ts';
import type { MailState } from '../../store/ledger/outbox.ts';
import type { Texts } from './texts.ts';

/** What `jianbao outbox` says, in both languages. */
export const outboxTexts = {
  mailState: (d: { state: MailState }) => ({ 'zh-CN': mailStateNames[d.state], en: d.state }),
  badMailState: (d: { text: string; known: readonly MailState[] }) => ({
    'zh-CN': `没有“${d.text}”这种状态，可选：${d.known.join('、')}（${d.known.map((state) => mailStateNames[state]).join('、')}）`,
    en: `there is no state "${d.text}"; known: ${d.known.join(', ')}`,
  }),
  noMailSettings: () => ({
    'zh-CN': 'jianbao.yaml 中没有 mail（发件人、允许的域名），不能发邮件；可用 jianbao init 生成带说明的设置文件作参照',
    en: 'jianbao.yaml has no mail (sender, domains), nothing can be mailed; jianbao init writes a commented file to go by',
  }),
  noMails: () => ({ 'zh-CN': '没有符合条件的邮件', en: 'there are no such mails' }),
  mailHead: () => ({
    'zh-CN': '编号|月份|种类|对象|收件人|状态|次数|时间|说明',
    en: 'no.|month|kind|about|to|state|tries|time|response',
  }),
  mailCounts: (d: { counts: readonly (readonly [MailState, number])[] }) => ({
    'zh-CN': `共 ${total(d.counts)} 封：${d.counts.map(([state, count]) => `${mailStateNames[state]} ${count}`).join('，')}`,
    en: `${total(d.counts)} mail(s): ${d.counts.map(([state, count]) => `${count} ${state}`).join(', ')}`,
  }),
  deadNext: () => ({
    'zh-CN':
      '发送失败的：查明原因（jianbao outbox show 编号）后重发：\n  jianbao outbox resend --all-dead --by 姓名 --because 理由',
    en: 'failed ones: see why (jianbao outbox show NO.), then send them again:\n  jianbao outbox resend --all-dead --by NAME --because REASON',
  }),
  doubtNext: () => ({
    'zh-CN':
      '存疑的（可能已送达，也可能没有，不会自动重发）：请向收件人核实，然后\n  收到了：jianbao outbox resolve 编号 --arrived --by 姓名 --because 核实情况\n  没收到：jianbao outbox resolve 编号 --absent --by 姓名 --because 核实情况（将重新寄出）',
    en: 'in doubt (they may have arrived or not, and are not sent again by themselves): ask the recipient, then\n  it arrived: jianbao outbox resolve NO. --arrived --by NAME --because REASON\n  it did not: jianbao outbox resolve NO. --absent --by NAME --because REASON (it is sent again)',
  }),
  waitingNext: () => ({
    'zh-CN': '待发的：由 jianbao serve 自动寄出，也可立即寄一轮：jianbao outbox send',
    en: 'waiting ones: jianbao serve sends them; to send now: jianbao outbox send',
  }),
  badMailNumber: (d: { text: string }) => ({
    'zh-CN': `“${d.text}”不是邮件编号；编号见 jianbao outbox list`,
    en: `"${d.text}" is no number of a mail; jianbao outbox list has them`,
  }),
  noSuchMail: (d: { id: number }) => ({
    'zh-CN': `没有编号为 ${d.id} 的邮件；编号见 jianbao outbox list`,
    en: `there is no mail number ${d.id}; jianbao outbox list has them`,
  }),
  mailFields: () => ({
    'zh-CN': '编号|月份|种类|对象|收件人|主题|附件|状态|发送次数|下次发送|结束时间|对方答复|内容 SHA-256|Message-ID',
    en: 'no.|month|kind|about|to|subject|attachments|state|tries|next try|ended|response|SHA-256 of its bytes|Message-ID',
  }),
  mailEventHead: () => ({ 'zh-CN': '时间|由|变为|经办|情况', en: 'time|from|to|by|what' }),
  nthTry: (d: { nth: string }) => ({ 'zh-CN': `，第 ${d.nth} 次`, en: `, try ${d.nth}` }),
  senderGone: () => ({
    'zh-CN': '发送程序中途退出，没有记下结果，可能已送达',
    en: 'the sender went away without noting an end; the mail may have arrived',
  }),
  beforeRestore: (d: { until: string }) => ({
    'zh-CN': `恢复备份前（至 ${d.until}）可能已寄出`,
    en: `it may have left before the backup was restored (until ${d.until})`,
  }),
  byProgram: () => ({ 'zh-CN': '程序', en: 'program' }),
  emlWritten: (d: { file: string; same: boolean | null }) => ({
    'zh-CN': `已写出 ${d.file}${d.same === null ? '（尚未寄出过）' : d.same ? '，与寄出的逐字节相同' : '；注意：与当时寄出的内容不同，可能是程序升级后编排有变'}`,
    en: `wrote ${d.file}${d.same === null ? ' (it was not handed over yet)' : d.same ? ', byte for byte what was handed over' : '; mind: it differs from what was handed over, perhaps by an upgrade of the program'}`,
  }),
  unsignedOutbox: () => ({
    'zh-CN': '须写明经办人和理由：--by 姓名 --because 理由',
    en: 'a name and a reason are needed: --by NAME --because REASON',
  }),
  resendWhat: () => ({
    'zh-CN': '请写明重发哪些：邮件编号，或 --all-dead（全部发送失败的），二者只写一种',
    en: 'say which to send again: numbers of mails, or --all-dead, not both',
  }),
  readdressed: (d: { id: number; address: string }) => ({
    'zh-CN': `${d.id} 改寄 ${d.address}：原来的地址已不在 jianbao.yaml 的 recipients 中`,
    en: `${d.id} goes to ${d.address} now: recipients in jianbao.yaml has no longer the address it had`,
  }),
  noAddressLeft: (d: { id: number; audience: string }) => ({
    'zh-CN': `${d.id} 未重发：原来的地址已不在 jianbao.yaml 的 recipients 中，${d.audience}的其他地址都已另有这封邮件`,
    en: `${d.id} is not sent again: recipients in jianbao.yaml has no longer its address, and every other address of ${d.audience} has this mail`,
  }),
  resent: (d: { ids: readonly number[] }) => ({
    'zh-CN':
      d.ids.length === 0 ? '没有可重发的邮件' : `已转为待发 ${d.ids.length} 封（${d.ids.join('、')}），下一轮寄出`,
    en:
      d.ids.length === 0
        ? 'there is nothing to send again'
        : `${d.ids.length} mail(s) wait to be sent (${d.ids.join(', ')})`,
  }),
  notResent: (d: { id: number; state: MailState }) => ({
    'zh-CN': `${d.id} 未重发：状态为“${mailStateNames[d.state]}”，只重发“发送失败”的${d.state === 'in-doubt' ? '；存疑的请先核实并用 jianbao outbox resolve 处理' : ''}`,
    en: `${d.id} is not sent again: it is ${d.state}, and only dead ones are${d.state === 'in-doubt' ? '; for those in doubt ask the recipient and use jianbao outbox resolve' : ''}`,
  }),
  resolveWhat: () => ({
    'zh-CN': '请写明核实结果：--arrived（收到了）或 --absent（没收到，将重新寄出）',
    en: 'say what you found: --arrived, or --absent (it is sent again)',
  }),
  resolved: (d: { id: number; what: 'arrived' | 'absent' }) => ({
    'zh-CN': d.what === 'arrived' ? `${d.id} 已记为已发送` : `${d.id} 已转为待发，下一轮寄出`,
    en: d.what === 'arrived' ? `${d.id} counts as sent` : `${d.id} waits to be sent`,
  }),
  notInDoubt: (d: { id: number; state: MailState }) => ({
    'zh-CN': `${d.id} 的状态为“${mailStateNames[d.state]}”，不是“存疑”，没有改动`,
    en: `${d.id} is ${d.state}, not in doubt; nothing was changed`,
  }),
  sentRound: (d: { sent: number; retry: number; dead: number; inDoubt: number; settled: number; where: string }) => ({
    'zh-CN': `经 ${d.where} 寄出 ${d.sent} 封，待重试 ${d.retry} 封，失败 ${d.dead} 封，存疑 ${d.inDoubt} 封${d.settled === 0 ? '' : `；原存疑的查明 ${d.settled} 封`}`,
    en: `${d.sent} mail(s) sent by ${d.where}, ${d.retry} to be tried again, ${d.dead} failed, ${d.inDoubt} in doubt${d.settled === 0 ? '' : `; ${d.settled} that were in doubt are settled`}`,
  }),
  roundStopped: (d: { because: string }) => ({
    'zh-CN': `本轮提前结束：${d.because}`,
    en: `the round ended early: ${d.because}`,
  }),
  exposedPassword: (d: { file: string }) => ({
    'zh-CN': `注意：密码文件 ${d.file} 其他用户也能读，请改为仅本人可读（chmod 600）`,
    en: `mind: others can read the password file ${d.file}; make it yours alone (chmod 600)`,
  }),
} satisfies Texts;

function total(counts: readonly (readonly [MailState, number])[]): number {
  return counts.reduce((sum, [, count]) => sum + count, 0);
}
