import { join } from 'node:path';
import { exposedPasswords } from '../../delivery/office-transport.ts';
import { type Exam, fine, wrong } from './exam.ts';

/** Files with passwords: nobody else on the machine may read them. */
export const passwordFiles: Exam = {
  name: 'passwords',
  title: { 'zh-CN': '密码', en: 'passwords' },
  async examine({ folder, config }) {
    const settings = config?.mail;
    const named = [settings?.smtp?.passwordFile, settings?.imap?.passwordFile].filter((file) => file !== undefined);
    if (settings === undefined || named.length === 0) return [];
    const exposed = await exposedPasswords(settings, folder);
    if (exposed.length === 0) return [fine('密码文件只有本人可读', 'password files can be read by their owner alone')];
    const paths = exposed.map((file) => join(folder, file));
    return [
      wrong(
        {
          'zh-CN': `密码文件别人也能读：${exposed.join('、')}`,
          en: `others can read the password files ${exposed.join(', ')}`,
        },
        { 'zh-CN': `请运行 chmod 600 ${paths.join(' ')}`, en: `run chmod 600 ${paths.join(' ')}` },
      ),
    ];
  },
};
