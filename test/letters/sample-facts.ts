import type { LetterFacts } from '../../src/letters/index.ts';

const office = '市民生实事办';
const shown = (text: string) => ({ text, number: null, format: null });
const common = { office, now: '2023-07-05T01:00:00.000Z', sample: false };
const hash = (digit: string) => digit.repeat(64);
const files = ['pdf', 'docx', 'xlsx'].map((extension, index) => ({
  name: `上城区-2023年6月民生实事简报.${extension}`,
  size: [245_300, 38_120, 1_460_000][index] as number,
  sha256: hash('3b7'[index] as string),
}));
const packet: LetterFacts['packet'] = {
  ...common,
  audience: '上城区',
  audienceKind: 'district',
  period: '2023-06',
  edition: 0,
  title: '上城区2023年6月民生实事简报',
  issued: '2023-07-05',
  verdict:
    '截至2023年6月30日，上城区承担的28项任务中26项进度正常，2项滞后，综合完成率51.2%，高于序时进度1.2个百分点，在参加排名的13个区、县（市）中列第4位。',
  correction: null,
  snapshot: '3f9ac0de12345678',
  carriage: { kind: 'files', files, part: { number: 1, of: 1 } },
};
const correction = {
  against: 0,
  reason: '上城区补报培训人次',
  changes: [
    {
      kind: 'score' as const,
      target: null,
      column: null,
      subject: '综合完成率',
      before: shown('51.2%'),
      after: shown('53.0%'),
    },
    {
      kind: 'figure' as const,
      target: '13.1',
      column: '上城区',
      subject: '开展职业技能培训',
      before: shown('未报送'),
      after: shown('5200人次'),
    },
  ],
};
const signRequest: LetterFacts['sign-request'] = {
  ...common,
  now: '2023-07-05T09:00:00.000Z',
  period: '2023-06',
  edition: 0,
  issued: '2023-07-05',
  verdict:
    '截至2023年6月30日，全市20个项目、43项量化目标中38项进度正常，5项滞后，综合完成率50.4%，高于序时进度0.4个百分点。',
  packets: 28,
  asked: 27,
  unreported: ['滨江区', '市公安局'],
  findings: [
    {
      message: '第12项第1行各列之和1000台与量化目标1070台不符',
      decision: '按原表列示（待复函；督查室联络员，2023年3月1日）',
    },
    { message: '滨江区未报送2023年6月月报', decision: null },
  ],
  correction: null,
  deliver: '2023-07-06T01:00:00.000Z',
  draft: 'data/output/送审稿/2023-06',
  snapshot: '3f9ac0de12345678',
  files: ['全市-2023年6月民生实事简报.pdf'],
  command: 'jianbao sign --month 2023-06 --by 审签人 --draft 3f9ac0de12345678',
};
const reminder: LetterFacts['reminder'] = {
  ...common,
  now: '2023-06-30T01:00:00.000Z',
  reporter: '上城区',
  reporterKind: 'district',
  period: '2023-06',
  cutoff: '2023-06-30',
  due: '2023-07-03',
  targets: null,
  earlier: [],
  last: null,
  file: null,
};
const missing: LetterFacts['escalation']['missing'] = [
  { reporter: '余杭区', targets: ['6.1', '13.2'], reminded: ['2023-06-30T01:00:00.000Z'] },
  { reporter: '滨江区', targets: null, reminded: ['2023-06-30T01:00:00.000Z', '2023-07-04T01:00:00.000Z'] },
  { reporter: '市公安局', targets: null, reminded: [] },
];
const mails = [
  { id: 31, audience: '滨江区', what: '简报', response: '550 5.1.1 User unknown' },
  { id: 44, audience: '市公安局', what: '简报', response: null },
];

/** One case and its name; the name is that of its golden file. */
export type SampleLetter = {
  [K in keyof LetterFacts]: { kind: K; name: string; facts: LetterFacts[K] };
}[keyof LetterFacts];

/** Letters as an office sends them, for golden files, pictures and parsers. */
export const sampleLetters: readonly SampleLetter[] = [
  {
    kind: 'forms',
    name: 'forms',
    facts: {
      ...common,
      now: '2023-06-30T01:00:00.000Z',
      reporter: '上城区',
      reporterKind: 'district',
      period: '2023-06',
      cutoff: '2023-06-30',
      due: '2023-07-03',
      tasks: 28,
      file: '上城区-2023年6月民生实事项目进展月报表.xlsx',
    },
  },
  {
    kind: 'forms',
    name: 'forms-january-sample',
    facts: {
      ...common,
      now: '2023-01-31T01:00:00.000Z',
      sample: true,
      reporter: '市教育局',
      reporterKind: 'lead-unit',
      period: '2023-01',
      cutoff: '2023-01-31',
      due: '2023-02-03',
      tasks: 4,
      file: '市教育局-2023年1月民生实事项目进展月报表.xlsx',
    },
  },
  { kind: 'reminder', name: 'reminder', facts: reminder },
  {
    kind: 'reminder',
    name: 'reminder-further',
    facts: {
      ...reminder,
      now: '2023-07-05T01:00:00.000Z',
      reporter: '桐庐县',
      earlier: ['2023-06-30T01:00:00.000Z', '2023-07-04T01:00:00.000Z'],
      last: { at: '2023-07-10T09:00:00.000Z', published: true },
      file: '桐庐县-2023年6月民生实事项目进展月报表.xlsx',
    },
  },
  {
    kind: 'reminder',
    name: 'reminder-partial',
    facts: {
      ...reminder,
      now: '2023-07-04T01:00:00.000Z',
      reporter: '市人力资源和社会保障局',
      reporterKind: 'lead-unit',
      targets: [
        { id: '13.1', clause: '全市开展职业技能培训18.95万人次' },
        { id: '13.10', clause: '新增3岁以下婴幼儿托位（普惠）' },
      ],
      last: { at: '2023-07-10T09:00:00.000Z', published: false },
    },
  },
  {
    kind: 'escalation',
    name: 'escalation',
    facts: {
      ...common,
      period: '2023-06',
      due: '2023-07-03',
      asked: 27,
      missing,
      last: { at: '2023-07-10T09:00:00.000Z', published: true },
      command: 'jianbao progress import 收到的月报 --to data --month 2023-06',
    },
  },
  { kind: 'sign-request', name: 'sign-request', facts: signRequest },
  {
    kind: 'sign-request',
    name: 'sign-request-correction',
    facts: { ...signRequest, edition: 1, unreported: [], findings: [], correction, deliver: null, files: [] },
  },
  { kind: 'packet', name: 'packet', facts: packet },
  {
    kind: 'packet',
    name: 'packet-correction',
    facts: {
      ...packet,
      edition: 1,
      correction,
      carriage: { kind: 'zip', zip: '上城区-2023年6月民生实事简报（更正版1）.zip', files, part: { number: 1, of: 1 } },
    },
  },
  {
    kind: 'packet',
    name: 'packet-part',
    facts: {
      ...packet,
      audience: '市教育局',
      audienceKind: 'lead-unit',
      title: '市教育局2023年6月牵头民生实事简报',
      verdict: null,
      carriage: { kind: 'files', files: files.slice(2), part: { number: 2, of: 3 } },
    },
  },
  {
    kind: 'packet',
    name: 'packet-link',
    facts: {
      ...packet,
      audience: '全市',
      audienceKind: 'city',
      title: '2023年6月民生实事简报',
      sample: true,
      carriage: { kind: 'link', url: 'https://wp.city.example/2023-06/%E5%85%A8%E5%B8%82', files },
    },
  },
  {
    kind: 'trouble',
    name: 'trouble',
    facts: {
      ...common,
      now: '2023-07-06T01:05:00.000Z',
      items: [
        {
          kind: 'step',
          period: '2023-06',
          step: 'deliver',
          does: '发送简报',
          at: '2023-07-06T01:00:00.000Z',
          reason: '应发28份，只备好27份：市公安局没有收件地址',
          command: 'jianbao schedule run 2023-06 deliver --by 姓名 --from data',
        },
        {
          kind: 'mails',
          state: 'dead',
          mails,
          command: 'jianbao outbox resend 31 44 --by 姓名 --because 原因 --from data',
        },
        {
          kind: 'mails',
          state: 'in-doubt',
          mails: [{ id: 52, audience: '桐庐县', what: '简报', response: '发送后连接中断' }],
          command: 'jianbao outbox resolve 52 arrived|absent --by 姓名 --because 原因 --from data',
        },
      ],
    },
  },
];
