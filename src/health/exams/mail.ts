import { officeTransport } from '../../delivery/office-transport.ts';
import { type Exam, fine, note, wrong } from './exam.ts';

/** The way for mails to leave: a server is greeted and left again; nothing is sent. */
export const mail: Exam = {
  name: 'mail',
  title: { 'zh-CN': '邮件', en: 'mail' },
  async examine({ folder, config, passwords }) {
    const settings = config?.mail;
    if (settings === undefined) return [];
    const transport = await officeTransport(settings, folder, passwords);
    try {
      const problem = await transport.check();
      if (problem !== null) return [wrong(problem)];
      const { where } = transport;
      if (settings.transport === 'folder')
        return [fine(`邮件存入 ${where}，不真正发出`, `mails go into ${where}; nothing leaves`)];
      if (settings.imap !== undefined) return [fine(`${where} 可以发信`, `${where} takes mails`)];
      return [
        note(
          {
            'zh-CN': `${where} 可以发信；没有 mail.imap，结果不明的邮件要由人判断`,
            en: `${where} takes mails; without mail.imap, mails in doubt are left to a person`,
          },
          { 'zh-CN': '收件服务器支持 IMAP 的，填写 mail.imap', en: 'where the server has IMAP, state mail.imap' },
        ),
      ];
    } finally {
      await transport.close();
    }
  },
};
