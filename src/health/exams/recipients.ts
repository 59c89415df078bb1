import { inDomains } from '../../model/allowed-domain.ts';
import type { Message } from '../../model/language.ts';
import type { Plan } from '../../model/plan.ts';
import type { DataFolder } from '../../office/config.ts';
import { planReaders, readersWithoutAddress } from '../../starting/plan-readers.ts';
import { type Exam, type Finding, fine, note, wrong } from './exam.ts';

/** Addresses: everyone whom the plan names has one, and all may be mailed to. Names no address. */
export const recipients: Exam = {
  name: 'recipients',
  title: { 'zh-CN': '收件人', en: 'recipients' },
  async examine({ config, plan }) {
    if (config?.mail === undefined) return [];
    const found = [...refused(config), ...nobody(config), ...(plan === null ? [] : named(config, plan))];
    if (found.length > 0) return found;
    const count = String(Object.keys(config.recipients.readers).length);
    return [fine(`${count} 个收件人都有邮箱地址`, `all ${count} recipients have addresses`)];
  },
};

function named({ recipients: settings }: DataFolder, plan: Plan): Finding[] {
  const without = readersWithoutAddress(plan, settings);
  const known = new Set([...planReaders(plan), ...plan.columns.map(({ name }) => name)]);
  const strange = Object.keys(settings.readers).filter((name) => !known.has(name));
  const fill = {
    'zh-CN': '请在 jianbao.yaml 的 recipients.readers 中填写',
    en: 'fill them in under recipients.readers in jianbao.yaml',
  };
  const spell = { 'zh-CN': '请与任务分解表中的名称核对', en: 'compare them with the names in the plan' };
  return [
    ...list(without, (count, names) =>
      note(
        said(
          `${count} 个收件人没有邮箱地址，发不到：${names}`,
          `${count} recipients have no address and get nothing: ${names}`,
        ),
        fill,
      ),
    ),
    ...list(strange, (count, names) =>
      note(
        said(
          `${count} 个收件人不在任务分解表中，不会收到：${names}`,
          `${count} recipients are not in the plan and get nothing: ${names}`,
        ),
        spell,
      ),
    ),
  ];
}

function nobody({ recipients: { office, signer }, signoff }: DataFolder): Finding[] {
  const fill = (key: string) => ({ 'zh-CN': `请填写 recipients.${key}.to`, en: `state recipients.${key}.to` });
  return [
    ...(office.to.length > 0
      ? []
      : [
          note(
            said(
              '本办没有邮箱地址，出错和存疑时不会有人收到通知',
              'the office has no address: nobody is told of what fails',
            ),
            fill('office'),
          ),
        ]),
    ...(signer.to.length > 0 || signoff === 'automatic'
      ? []
      : [
          note(
            said('审签人没有邮箱地址，不会收到送审通知', 'the signer has no address and is not asked'),
            fill('signer'),
          ),
        ]),
  ];
}

/** What is outside of the allow-list is never mailed to; what is made up is not delivered by any server. */
function refused({ mail, recipients: { office, signer, readers } }: DataFolder): Finding[] {
  const all: [string, readonly string[]][] = [
    ['office', [...office.to, ...office.cc]],
    ['signer', signer.to],
    ...Object.entries(readers).map(([name, one]): [string, string[]] => [
      name,
      [...one.to, ...one.cc, ...(one.liaisons ?? [])],
    ]),
  ];
  const namesOf = (bad: (address: string) => boolean, of = all) =>
    of.filter(([, addresses]) => addresses.some(bad)).map(([name]) => name);
  const outside = namesOf((address) => !inDomains(address, mail?.domains ?? []));
  const senders: typeof all = mail?.transport === 'smtp' ? [['mail.from', [mail.from.address]], ...all] : [];
  const sample = namesOf((address) => address.endsWith('.example'), senders);
  return [
    ...list(outside, (count, names) =>
      wrong(
        said(
          `${count} 处地址不在 mail.domains 允许的域名内，不会发：${names}`,
          `${count} have addresses outside of mail.domains, which are never mailed to: ${names}`,
        ),
        {
          'zh-CN': '请更正地址，或把域名写进 mail.domains',
          en: 'correct them, or add their domain to mail.domains',
        },
      ),
    ),
    ...list(sample, (count, names) =>
      wrong(said(`${count} 处仍是样例地址：${names}`, `${count} still have made-up addresses: ${names}`), {
        'zh-CN': '请换成真实的地址',
        en: 'put in real ones',
      }),
    ),
  ];
}

/** Names beyond these are counted alone. */
const mostNamed = 6;

function list(names: readonly string[], finding: (count: string, names: string) => Finding): Finding[] {
  if (names.length === 0) return [];
  const more = names.length > mostNamed ? '……' : '';
  return [finding(String(names.length), names.slice(0, mostNamed).join('、') + more)];
}

function said(zh: string, en: string): Message {
  return { 'zh-CN': zh, en };
}
