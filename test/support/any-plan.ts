import fc from 'fast-check';
import type { Column, HeaderNode, NameCell, Plan, Project, Target } from '../../src/model/plan.ts';
import type { Quantity } from '../../src/model/quantity.ts';
import { clausesOf } from '../../src/plan/clauses.ts';

/** Plans as offices print them, with every kind of target, figure, mark, header and name that a plan can hold. */

const places = ['甲区', '乙县', '丙市', '东山新区', '西岭开发区', '南门街道', '北坪镇'];
const offices = ['市民政局', '市建委', '市城投集团', '市卫生健康委员会'];
const doings = [
  '新增养老床位',
  '改造老旧小区',
  '加装电梯',
  '修建“四好农村路”',
  '建设5G基站',
  '开展12345热线提升',
  '发放育儿券',
];
const counted = ['新增托位', '普惠托位', '示范点', '培训场次', '地铁接驳线路'];
const units = ['张', '个', '人次', '万平方米', '公里', '亿元', '户'];

const decimal = fc
  .tuple(
    fc.constantFrom('', '', '', '-'),
    fc.oneof(fc.nat(9), fc.nat(9_999), fc.nat(9_999_999)),
    fc.constantFrom('', '.5', '.25', '.0'),
  )
  .map(([sign, whole, fraction]) => {
    const value = `${whole}${fraction}`;
    return sign === '-' && /[1-9]/.test(value) ? `-${value}` : value;
  });

interface Goal {
  readonly text: string;
  readonly quantity: Quantity | null;
  readonly direction: Target['direction'];
  readonly note: string | null;
}

const goal: fc.Arbitrary<Goal> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.tuple(decimal, fc.constantFrom(...units)).map(([value, unit]): Goal => {
      return { text: value + unit, quantity: { value, unit }, direction: 'at-least', note: null };
    }),
  },
  {
    weight: 1,
    arbitrary: fc.nat(99).map((value): Goal => {
      return { text: `${value}%以内`, quantity: { value: String(value), unit: '%' }, direction: 'at-most', note: null };
    }),
  },
  {
    weight: 1,
    arbitrary: fc.constant<Goal>({ text: '应补尽补', quantity: null, direction: 'at-least', note: null }),
  },
  {
    weight: 1,
    arbitrary: decimal.map((value): Goal => {
      const note = '由市级统筹实施，不作分解。';
      return { text: `${value}人`, quantity: { value, unit: '人' }, direction: 'at-least', note };
    }),
  },
);

/** What a figure column holds: a figure, a mark, nothing. */
type Holding = { readonly value: string } | { readonly mark: string } | null;
const holding: fc.Arbitrary<Holding> = fc.oneof(
  { weight: 5, arbitrary: decimal.map((value) => ({ value })) },
  { weight: 1, arbitrary: fc.constantFrom('—', '无任务', '/', '-').map((mark) => ({ mark })) },
  { weight: 3, arbitrary: fc.constant(null) },
);

interface TargetSeed {
  readonly goal: Goal;
  readonly words: string;
  readonly part: boolean;
  readonly holdings: readonly Holding[];
  readonly lead: readonly string[] | null;
}

const targetSeed: fc.Arbitrary<TargetSeed> = fc.record({
  goal,
  words: fc.constantFrom(...counted),
  part: fc.boolean(),
  holdings: fc.array(holding, { minLength: places.length + 1, maxLength: places.length + 1 }),
  lead: fc.option(fc.subarray(offices, { minLength: 1, maxLength: 2 })),
});

interface ProjectSeed {
  readonly doing: string;
  readonly figureInName: boolean;
  readonly mark: boolean;
  readonly ownNames: boolean;
  readonly targets: readonly TargetSeed[];
}

const projectSeed: fc.Arbitrary<ProjectSeed> = fc.record({
  doing: fc.constantFrom(...doings),
  figureInName: fc.boolean(),
  mark: fc.boolean(),
  ownNames: fc.boolean(),
  targets: fc.array(targetSeed, { minLength: 1, maxLength: 3 }),
});

export interface PlanSeed {
  readonly columns: readonly Column[];
  readonly header: 'flat' | 'group' | 'nested';
  readonly leads: boolean;
  readonly projects: readonly ProjectSeed[];
}

const columns: fc.Arbitrary<Column[]> = fc
  .tuple(fc.boolean(), fc.subarray(places, { minLength: 2 }))
  .map(([city, districts]): Column[] => [
    ...(city ? [{ name: '市本级', kind: 'city' as const }] : []),
    ...districts.map((name) => ({ name, kind: 'district' as const })),
  ]);

const planSeed: fc.Arbitrary<PlanSeed> = fc.record({
  columns,
  header: fc.constantFrom('flat', 'group', 'nested'),
  leads: fc.boolean(),
  projects: fc.array(projectSeed, { minLength: 1, maxLength: 4 }),
});

/** Any plan with districts across. */
export const anyPlan: fc.Arbitrary<Plan> = planSeed.map((seed) => planOf(seed, headerOf(seed)));

/** Any plan that a table with districts down can say: names over whole projects, the usual header, no signs. */
export const anyDownPlan: fc.Arbitrary<Plan> = planSeed.map((seed) => {
  const projects = seed.projects.map((project) => ({ ...project, mark: false, ownNames: false }));
  return planOf({ ...seed, projects }, headerOf({ ...seed, header: 'group' }));
});

function headerOf({ columns, header, leads }: PlanSeed): HeaderNode[] {
  const usual: HeaderNode[] = [
    { label: '序号', role: 'no' },
    { label: '项目名称', role: 'name' },
    { label: '量化目标', role: 'target' },
    ...(leads ? [{ label: '牵头单位', role: 'lead' } as const] : []),
  ];
  const leaves = columns.map(({ name, kind }) => ({ label: name, role: kind }));
  const city = leaves.filter(({ role }) => role === 'city');
  const districts = leaves.filter(({ role }) => role === 'district');
  if (header === 'flat') return [...usual, ...leaves];
  const half = Math.ceil(districts.length / 2);
  const inner =
    header === 'group'
      ? districts
      : [
          { label: '主城', children: districts.slice(0, half) },
          { label: '县域', children: districts.slice(half) },
        ];
  return [...usual, ...city, { label: '各区、县（市）任务分解', children: inner }];
}

function planOf({ columns, leads, projects }: PlanSeed, header: readonly HeaderNode[]): Plan {
  return {
    title: '2024年某市民生实事项目任务分解表',
    annex: '附件2',
    year: 2024,
    header,
    columns,
    projects: projects.map((project, index) => projectOf(project, index + 1, columns, leads)),
    notes: ['注：数字以年底核定为准'],
  };
}

function projectOf(seed: ProjectSeed, no: number, columns: readonly Column[], leads: boolean): Project {
  const [first] = seed.targets as [TargetSeed, ...TargetSeed[]];
  const single = seed.targets.length === 1;
  const name = single && seed.figureInName ? seed.doing + first.goal.text : seed.doing;
  const texts = seed.targets.map(({ goal: { text }, words, part }, index) => {
    if (single || seed.ownNames) return text;
    const own = /^[-\d]/.test(text) ? words + text : `${words}：${text}`;
    return part && index > 0 ? `其中：${own}` : own;
  });
  const cells: NameCell[] =
    seed.ownNames && !single
      ? seed.targets.map(({ words, part }, index) => cell((part && index > 0 ? '其中：' : '') + words, 1))
      : [cell(name, seed.targets.length)];
  const parts = seed.targets.map(({ part }, index) => part && index > 0 && !single);
  const joined = cells.map(({ text }) => text).join('；');
  const clauses = clausesOf(
    joined,
    seed.targets.map(({ goal: { quantity, text } }, i) => ({
      text: texts[i] as string,
      quantity,
      words: texts[i] === text ? '' : (texts[i] as string),
      part: parts[i] as boolean,
    })),
  );
  let leadUnits: readonly string[] = [];
  const targets = seed.targets.map(({ goal: { quantity, direction, note }, holdings, lead }, index): Target => {
    const sharesLead = index > 0 && (lead === null || !leads);
    if (!sharesLead) leadUnits = leads ? (lead ?? [offices[0] as string]) : [];
    const whole = parts.slice(0, index).lastIndexOf(false);
    return {
      id: `${no}.${index + 1}`,
      text: texts[index] as string,
      clause: clauses[index]?.text ?? '',
      quantity,
      direction,
      partOf: parts[index] ? `${no}.${whole + 1}` : null,
      leadUnits,
      sharesLead,
      ...heldBy(columns, note === null ? holdings : [], quantity),
      note,
      original: { target: '', lead: '', note: null, allocations: {} },
      at: null,
    };
  });
  return { no, ...(seed.mark ? { mark: '★' } : {}), name: joined, nameCells: cells, targets };
}

function heldBy(
  columns: readonly Column[],
  holdings: readonly Holding[],
  quantity: Quantity | null,
): Pick<Target, 'allocations' | 'marks'> {
  const allocations: Record<string, Quantity> = {};
  const marks: Record<string, string> = {};
  for (const [index, { name }] of columns.entries()) {
    const held = holdings[index];
    if (!held) continue;
    if ('mark' in held) marks[name] = held.mark;
    else if (quantity === null) marks[name] = '全覆盖';
    else allocations[name] = { value: held.value, unit: quantity.unit };
  }
  return { allocations, marks };
}

function cell(text: string, targets: number): NameCell {
  return { text, original: '', targets };
}
