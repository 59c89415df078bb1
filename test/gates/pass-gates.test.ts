import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openGates, passGates } from '../../src/gates/pass-gates.ts';
import { reportWith } from '../../src/jobs/report.ts';
import {
  type Manifest,
  type ManifestPacket,
  manifestBytes,
  manifestFile,
  manifestName,
  mergeManifest,
  parseManifest,
} from '../../src/publishing/manifest.ts';
import { smallFigures, smallPlan } from '../leaks/small-month.ts';
import { typed } from '../support/command.ts';
import { pressHere } from '../support/press.ts';

const work = mkdtempSync(join(tmpdir(), 'jianbao-gates-'));
const audiences = ['甲区', '乙县', '甲局', '全市'];
const header = '月份,填报单位,版次,截止日期,目标编号,累计完成,单位,数据性质';
const folders = { whole: join(work, 'whole'), own: join(work, 'own') };

beforeAll(async () => {
  for (const rule of ['whole', 'own'] as const) {
    const from = join(work, `data-${rule}`);
    mkdirSync(join(from, 'progress'), { recursive: true });
    writeFileSync(join(from, '附件2.txt'), smallPlan);
    writeFileSync(
      join(from, 'progress/2023-06.csv'),
      [header, ...smallFigures.map((row) => `2023-06,${row}`)].join('\n'),
    );
    writeFileSync(join(from, 'jianbao.yaml'), `settings: { audience: ${rule} }\n`);
    const formats = ['pdf', 'docx', 'csv'] as const;
    await reportWith(pressHere, {
      from,
      period: '2023-06',
      districts: audiences,
      formats,
      out: folders[rule],
      issued: null,
    });
  }
}, 60_000);
afterAll(() => rmSync(work, { recursive: true, force: true }));

const codes = async (folder: string, audience: string, edition = 0) =>
  (await passGates({ folder, audience, edition })).map(({ code }) => code);

/** A copy of a month in which something happened. */
function spoilt(rule: 'whole' | 'own', name: string, change: (folder: string, manifest: Manifest) => void): string {
  const folder = join(work, name);
  cpSync(folders[rule], folder, { recursive: true });
  change(folder, manifestOf(folder));
  return folder;
}

function manifestOf(folder: string): Manifest {
  return parseManifest(readFileSync(join(folder, manifestName), 'utf8')) as Manifest;
}

const packetOf = ({ packets }: Manifest, audience: string) =>
  packets.find((packet) => packet.audience === audience) as ManifestPacket;

/** A manifest with other packets under a seal of its own: nothing shows that it was changed. */
function sealAgain(folder: string, manifest: Manifest, packets: readonly ManifestPacket[]): void {
  const { seal: _, ...content } = manifest;
  writeFileSync(join(folder, manifestName), manifestBytes(mergeManifest(null, { ...content, packets: [...packets] })));
}

const fileOf = (audience: string, format: string) => `${audience}/${audience}-2023年6月民生实事简报.${format}`;

describe('the gates', () => {
  it.each(['whole', 'own'] as const)('let every packet pass as it was made: %s', async (rule) => {
    const gates = await openGates(folders[rule]);
    for (const audience of audiences) expect(await gates.pass({ audience, edition: 0 })).toEqual([]);
  });

  it.each(['whole', 'own'] as const)('let a correction pass, and no edition in place of another: %s', async (rule) => {
    const folder = spoilt(rule, `corrected-${rule}`, () => {});
    const from = join(work, `data-${rule}-later`);
    cpSync(join(work, `data-${rule}`), from, { recursive: true });
    const returns = join(from, 'progress/2023-06.csv');
    writeFileSync(returns, readFileSync(returns, 'utf8').replace('甲区,1,,1.1,207', '甲区,1,,1.1,208'));
    const options = { from, period: '2023-06', districts: ['甲区'], formats: ['pdf', 'docx'], issued: null } as const;
    await reportWith(pressHere, { ...options, out: folder, correction: { reason: '乙县来函' } });
    const gates = await openGates(folder);
    expect(await gates.pass({ audience: '甲区', edition: 1 })).toEqual([]);
    expect(await gates.pass({ audience: '甲区', edition: 0 })).toEqual([]);
    const manifest = manifestOf(folder);
    const [before, after] = manifest.packets.filter(({ audience }) => audience === '甲区');
    sealAgain(folder, manifest, [{ ...(before as ManifestPacket), edition: 1, snapshot: after?.snapshot ?? '' }]);
    expect(new Set(await codes(folder, '甲区', 1))).toEqual(new Set(['leak-other-edition', 'leak-other-snapshot']));
  });

  it('stop a file that lies in the place of another', async () => {
    const folder = spoilt('whole', 'swapped', (copy) =>
      cpSync(join(copy, fileOf('乙县', 'pdf')), join(copy, fileOf('甲区', 'pdf'))),
    );
    expect(await codes(folder, '甲区')).toEqual(
      expect.arrayContaining(['verify-file-of-other', 'leak-other-audience', 'leak-other-tasks']),
    );
    expect(await codes(folder, '乙县')).toEqual([]);
  });

  it('stop the files of another, even if manifest, document and seal agree with them', async () => {
    const folder = spoilt('whole', 'mislabelled', (copy, manifest) => {
      const [ours, theirs] = [packetOf(manifest, '甲区'), packetOf(manifest, '乙县')];
      const others = manifest.packets.filter((packet) => packet !== ours && packet !== theirs);
      const swapped = [
        { ...theirs, audience: ours.audience },
        { ...ours, audience: theirs.audience },
      ];
      sealAgain(copy, manifest, [...others, ...swapped]);
    });
    const found = await passGates({ folder, audience: '甲区', edition: 0 });
    expect(new Set(found.map(({ code }) => code))).toEqual(
      new Set(['leak-other-audience', 'leak-other-tasks', 'leak-private-text']),
    );
    for (const format of ['pdf', 'docx', 'csv'])
      expect(found.map(({ at }) => at?.source)).toContain(join(folder, fileOf('乙县', format)));
    expect(await codes(folder, '全市')).toEqual([]);
  });

  it('stop a whole table where the rule is the own column, even if everything else agrees', async () => {
    const folder = spoilt('own', 'other-rule', (copy, manifest) => {
      const ours = packetOf(manifest, '甲区');
      const made = packetOf(manifestOf(folders.whole), '甲区');
      for (const { path } of [...made.files, made.model]) cpSync(join(folders.whole, path), join(copy, path));
      const noted = (path: string) => manifestFile(path, readFileSync(join(copy, path)));
      const packet = { ...ours, model: noted(ours.model.path), files: ours.files.map(({ path }) => noted(path)) };
      sealAgain(copy, manifest, [packet, ...manifest.packets.filter((one) => one !== ours)]);
    });
    const found = new Set(await codes(folder, '甲区'));
    expect(found).toEqual(new Set(['leak-other-snapshot', 'leak-other-name', 'leak-other-figure']));
  });

  it('stop what is missing, changed, or unknown', async () => {
    const gone = spoilt('whole', 'gone', (copy) => rmSync(join(copy, fileOf('甲区', 'docx'))));
    expect(await codes(gone, '甲区')).toEqual(['verify-file-missing']);
    expect(await codes(gone, '乙县')).toEqual([]);
    expect(await codes(gone, '甲区', 1)).toEqual(['gate-no-packet']);
    expect(await codes(gone, '丙市')).toEqual(['gate-no-packet']);
    expect(await codes(join(work, 'nowhere'), '甲区')).toEqual(['gate-no-month']);
    const edited = spoilt('whole', 'edited', (copy) => {
      const path = join(copy, manifestName);
      writeFileSync(path, readFileSync(path, 'utf8').replace('"month": "2023-06"', '"month": "2023-07"'));
    });
    expect(await codes(edited, '甲区')).toEqual(['verify-manifest-changed']);
  });

  it('stop a packet whose snapshot cannot say who may read what', async () => {
    const folder = spoilt('whole', 'unjudged', (copy, { snapshots }) =>
      writeFileSync(join(copy, snapshots[0]?.file.path ?? ''), 'nothing'),
    );
    expect(await codes(folder, '甲区')).toEqual(['leak-not-judged']);
  });
});

describe('jianbao verify', () => {
  it('says of a month that nothing leaks', async () => {
    const { status, stdout } = await typed(['verify', folders.own], work);
    expect([status, stdout]).toEqual([0, expect.stringContaining('没有收件单位不该看的内容')]);
  });

  it('says what leaks, of a month and of a file', async () => {
    const month = await typed(['verify', join(work, 'mislabelled')], work);
    expect(month.status).toBe(1);
    expect(month.said).toContain('是乙县的文件');
    const one = await typed(['verify', join(work, 'mislabelled', fileOf('甲区', 'pdf'))], work);
    expect(one.status).toBe(1);
    expect(one.said).toContain('是甲区的文件');
  });
});
