import { describe, expect, it } from 'vitest';
import { inDomains } from '../../src/model/allowed-domain.ts';
import { mailSettings } from '../../src/model/mail-settings.ts';
import { schemaProblem } from '../../src/model/schema-problem.ts';

const least = { from: { address: 'msss@city.example' }, domains: ['city.example'] };

function problemOf(more: object): string {
  const { error } = mailSettings.safeParse({ ...least, ...more });
  return error === undefined ? '' : schemaProblem(error)['zh-CN'];
}

describe('the settings of mails', () => {
  it('need a sender and domains alone, and then go into a folder', () => {
    expect(mailSettings.parse(least)).toMatchObject({
      transport: 'folder',
      folder: '发件箱',
      packet: 'files',
      tooLarge: 'split',
    });
  });

  it.each([
    [{ security: 'tls' }, 465],
    [{ security: 'starttls' }, 587],
    [{ security: 'none' }, 25],
    [{ security: 'starttls', port: 25 }, 25],
  ])('know the usual port of %o: %i', (more, port) => {
    expect(mailSettings.parse({ ...least, smtp: { host: 'mail.city.example', ...more } }).smtp?.port).toBe(port);
  });

  it.each([
    [{ transport: 'smtp' }, /“smtp”没有填写，而 transport 为 smtp/],
    [{ tooLarge: 'link' }, /“link”没有填写，而 tooLarge 为 link/],
    [{ tooLarge: 'link', link: 'https://city.example/all.zip' }, /“link”应写成 https:.*audience/],
    [{ link: 'https://city.example/{moth}/{audience}/{edition}' }, /“link”应写成 https:.*audience/],
    [{ link: 'https://city.example/{month}/{audience}' }, /“link”应写成 https:.*edition.*三项都要有/],
    [{ retry: { first: 60, most: 5 } }, /“retry\.most”小于 first/],
    [{ domains: ['@city.example'] }, /“domains\.0”应写成 city\.example 的样子/],
    [{ domains: [] }, /“domains”太小/],
    [{ from: { address: '办公室' } }, /“from\.address”不是邮箱地址/],
    [{ smtp: { host: 'mail', passwort: 'x' } }, /“smtp”中没有“passwort”/],
  ])('that are wrong say what is missing: %o', (more, problem) => {
    expect(problemOf(more)).toMatch(problem);
  });

  it('let mails go to their own domains alone', () => {
    const allowed = (address: string) => inDomains(address, ['city.example', 'Other.Example']);
    expect(['a@city.example', 'a@CITY.example', 'a@other.example'].map(allowed)).toEqual([true, true, true]);
    const others = [
      'a@sub.city.example',
      'a@notcity.example',
      'a@city.example.evil.example',
      'city.example',
      'a@city.example@evil.example',
    ];
    expect(others.map(allowed)).toEqual(others.map(() => false));
  });
});
