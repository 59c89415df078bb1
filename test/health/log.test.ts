import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { openLog } from '../../src/health/log.ts';
import { messageIdOf } from '../../src/model/message-id.ts';
import { withoutAddresses } from '../../src/model/without-addresses.ts';

const work = mkdtempSync(join(tmpdir(), 'jianbao-log-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const linesIn = (file: string) =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('the log', () => {
  it('is JSON lines, one file a day in China, none below its level', () => {
    const folder = join(work, '日志');
    let now = '2023-07-05T15:59:00.000Z';
    const log = openLog({ level: 'info', folder, now: () => now });
    log.debug({ step: 'close' }, 'unheard');
    log.info({ step: 'close', month: '2023-06', planned: 3 }, 'step begun');
    now = '2023-07-05T16:00:00.000Z';
    log.error({ mail: 7 }, 'not sent');
    expect(readdirSync(folder).sort()).toEqual(['2023-07-05.log', '2023-07-06.log']);
    expect(linesIn(join(folder, '2023-07-05.log'))).toEqual([
      {
        level: 'info',
        time: '2023-07-05T15:59:00.000Z',
        step: 'close',
        month: '2023-06',
        planned: 3,
        msg: 'step begun',
      },
    ]);
    expect(linesIn(join(folder, '2023-07-06.log'))).toMatchObject([{ level: 'error', mail: 7 }]);
  });

  it('blots out addresses wherever they come from, and stays JSON', () => {
    const word = fc.stringMatching(/^[a-zA-Z0-9][a-zA-Z0-9._+-]{0,12}$/);
    const folder = join(work, 'any');
    const log = openLog({ level: 'info', folder, now: () => '2023-07-05T01:00:00.000Z' });
    const said: string[] = [];
    fc.assert(
      fc.property(word, fc.domain(), fc.string(), (box, domain, around) => {
        const address = `${box}@${domain}`;
        said.push(address);
        log.warn({ response: `550 ${around} <${address}> unknown` }, `no such box: ${address}`);
      }),
      { numRuns: 50 },
    );
    const text = readFileSync(join(folder, '2023-07-05.log'), 'utf8');
    const lines = linesIn(join(folder, '2023-07-05.log'));
    expect(lines).toHaveLength(50);
    expect(lines.every(({ msg }) => msg === 'no such box: […]')).toBe(true);
    expect(said.filter((one) => text.includes(one))).toEqual([]);
  });

  it('keeps what tells mails apart', () => {
    const id = messageIdOf('2023-06/packet/0/上城区/person@city.example', 'city.example');
    expect(withoutAddresses(`sent ${id} to 联络员@市.example`)).toBe(`sent ${id} to […]`);
  });

  it('stops nothing where it cannot be written', () => {
    const folder = join(work, 'taken');
    writeFileSync(folder, 'a file in the way');
    const log = openLog({ level: 'info', folder, now: () => '2023-07-05T01:00:00.000Z' });
    const said: string[] = [];
    const heard = vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
    try {
      log.info({ step: 'close' }, 'step begun');
    } finally {
      heard.mockRestore();
    }
    expect(said.join('')).toMatch(/step begun.*\n.*log not written.*(EEXIST|ENOTDIR)/s);
  });
});
