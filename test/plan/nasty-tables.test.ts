import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkPlan } from '../../src/checks/index.ts';
import type { Plan } from '../../src/model/plan.ts';
import { quantityText } from '../../src/model/quantity.ts';
import { parseRegistry } from '../../src/plan/registry/parse.ts';
import type { ColumnRegistry } from '../../src/plan/registry/schema.ts';
import { seedsFolder } from '../support/plan-2023.ts';
import { codes, planOf } from '../support/tables.ts';

/** Tables as offices send them, `|` for a tab; what is read of them, or why not. Each diagnostic with its row in the file. */

const parsed = parseRegistry(readFileSync(`${seedsFolder}/columns.yaml`, 'utf8'));
const hangzhou: ColumnRegistry | null = 'registry' in parsed ? parsed.registry : null;

const read = (lines: readonly string[], registry: ColumnRegistry | null = null) => {
  const { plan, diagnostics } = planOf(lines.join('\n').replaceAll('|', '\t'), registry);
  return { plan, found: codes([...diagnostics, ...(plan ? checkPlan(plan) : [])]) };
};

/** A target a line: `1.1 100套：甲区60套 乙县—`. */
const outline = (plan: Plan | null) =>
  plan?.projects.flatMap(({ targets }) =>
    targets.map(({ id, text, allocations, marks, note }) => {
      const cells = plan.columns.flatMap(({ name }) => {
        const figure = allocations[name];
        return figure ? name + quantityText(figure) : marks[name] === undefined ? [] : name + marks[name];
      });
      return `${id} ${text}：${note ?? cells.join(' ')}`;
    }),
  );

const head = '序号|项目名称|量化目标|牵头单位|甲区|乙县';
const noLeads = 'plan-leads-missing@-';
const byOrder = 'plan-numbered-by-order@2';

type Case = readonly [what: string, lines: readonly string[], plan: readonly string[], found: readonly string[]];

const across: readonly Case[] = [
  [
    'a unit in the header',
    [head.replace('量化目标', '量化目标（万平方米）'), '1|建房|100|市建委|60|40'],
    ['1.1 100万平方米：甲区60万平方米 乙县40万平方米'],
    ['plan-unit-borrowed@2'],
  ],
  [
    'a unit above the table, and separators of both widths',
    ['单位：公里', head, '1|修路|10，000.5|市交通局|6,000.5|４０００'],
    ['1.1 10，000.5公里：甲区6000.5公里 乙县4000公里'],
    ['plan-unit-borrowed@3'],
  ],
  [
    'a column of units, one cell of it over two rows',
    ['序号|项目名称|计量单位|目标|牵头单位|甲区|乙县', '1|建房|套|1000|市建委|600|400', '||户|50|市建委|30|20'],
    ['1.1 1000套：甲区600套 乙县400套', '1.2 50户：甲区30户 乙县20户'],
    [],
  ],
  [
    '单位 that are offices',
    ['序号|项目名称|目标任务|单位|甲区|乙县', '1|建房|100套|市建委|60套|40套'],
    ['1.1 100套：甲区60套 乙县40套'],
    [],
  ],
  [
    '全市 in place of a target, no lead units, a sum that differs',
    ['序号|项目名称|单位|全市|甲区|乙县', '1|建房|套|100|60|40', '2|修路|公里|10|6|3'],
    ['1.1 100套：甲区60套 乙县40套', '2.1 10公里：甲区6公里 乙县3公里'],
    [noLeads, 'allocation-sum@3'],
  ],
  [
    '合计 behind the districts that agrees with nothing',
    [`${head}|合计`, '1|建房|100套|市建委|60套|40套|110套'],
    ['1.1 100套：甲区60套 乙县40套'],
    ['plan-total-differs@2', 'plan-total-differs@2'],
  ],
  [
    '小计 in groups, one of them wrong',
    [
      '序号|项目名称|量化目标|牵头单位|主城|||县域|',
      '||||小计|甲区|乙区|小计|丙县',
      '1|建房|100套|市建委|60套|40套|20套|40套|40套',
      '2|修路|10公里|市建委|6公里|4公里|1公里|4公里|4公里',
    ],
    ['1.1 100套：甲区40套 乙区20套 丙县40套', '2.1 10公里：甲区4公里 乙区1公里 丙县4公里'],
    ['plan-total-differs@4', 'allocation-sum@4'],
  ],
  [
    'numbers in front of the names',
    [
      head.replace('序号|', ''),
      '1.建房|100套|市建委|60套|40套',
      '|5处|市建委|5处|',
      '2.修路|10公里|市建委|6公里|4公里',
    ],
    ['1.1 100套：甲区60套 乙县40套', '1.2 5处：甲区5处', '2.1 10公里：甲区6公里 乙县4公里'],
    [],
  ],
  [
    'no numbers at all',
    [head.replace('序号|', ''), '建房|100套|市建委|60套|40套', '修路|10公里|市建委|6公里|4公里'],
    ['1.1 100套：甲区60套 乙县40套', '2.1 10公里：甲区6公里 乙县4公里'],
    ['plan-numbered-by-order@2'],
  ],
  [
    'headings between projects, a row of totals',
    [head, '一、住房|||||', '1|建房|1套|市建委|1套|', '二、交通|||||', '2|修路|9里|市建委|5里|4里', '合计||||6|4'],
    ['1.1 1套：甲区1套', '2.1 9里：甲区5里 乙县4里'],
    ['plan-heading-row@2', 'plan-heading-row@4', 'plan-total-row@6'],
  ],
  [
    'remarks and deadlines',
    [`${head}|备注|完成时限`, '1|建房|1套|市建委|1套||续建|11月底'],
    ['1.1 1套：甲区1套'],
    ['plan-column-aside@1'],
  ],
  [
    'stars and signs of notes',
    [head, '★1|建房|★100套|市建委|60套①|※40套', '2|修路*|10公里|市建委|6公里（注1）|4公里'],
    ['1.1 ★100套：甲区60套 乙县40套', '2.1 10公里：甲区6公里 乙县4公里'],
    ['plan-figure-sign@2', 'plan-figure-sign@2', 'plan-figure-sign@3'],
  ],
  [
    'padded names and full-width digits',
    ['序 号|项 目 名 称|量化目标|牵头单位|富 阳 区*|乙　县', '１|建 房|１００套|市建委|６０套|４０ 套'],
    ['1.1 100套：富阳区60套 乙县40套'],
    [],
  ],
  [
    'blank, 0, 无任务, —, / apart',
    [
      '序号|项目名称|量化目标|牵头单位|甲区|乙县|丙区|丁区|戊区',
      '1|建房|60套|市建委|60套|—|/|无任务|0套',
      '2|修路|1里|市建委|1里||||',
    ],
    ['1.1 60套：甲区60套 乙县— 丙区/ 丁区无任务 戊区0套', '2.1 1里：甲区1里'],
    [],
  ],
  [
    'a target without number, and a limit',
    [head, '1|发券|应补尽补|市民政局|应补尽补|不涉及', '2|降损|5%以内|市水务局|5%以内|4%'],
    ['1.1 应补尽补：甲区应补尽补 乙县不涉及', '2.1 5%以内：甲区5% 乙县4%'],
    ['plan-figure-words@2'],
  ],
  [
    'a range, two numbers in one target, a name with digits',
    [
      head,
      '1|建房|3～5套|市建委|2套|2套',
      '2|建房|100套，50户|市建委|60套|40套',
      '3|热线|12345热线办理点9处|市建委|6处|3处',
    ],
    ['1.1 3～5套：甲区2套 乙县2套', '2.1 100套，50户：甲区60套 乙县40套', '3.1 12345热线办理点9处：甲区6处 乙县3处'],
    ['plan-target-doubtful@2', 'plan-target-doubtful@3'],
  ],
  [
    'targets in words of their own, 其中 among them',
    [head, '1|托育|新增托位5000个|市卫健委|3000个|2000个', '||其中：普惠托位3000个||2000个|1000个'],
    ['1.1 新增托位5000个：甲区3000个 乙县2000个', '1.2 其中：普惠托位3000个：甲区2000个 乙县1000个'],
    [],
  ],
  [
    'negative amounts, and 万 in one cell only',
    [head, '1|净增|9,998.5吨|市建委|10,000吨|-1.5吨', '2|投资|1.5亿元|市发改委|1亿元|5000万元'],
    ['1.1 9,998.5吨：甲区10000吨 乙县-1.5吨', '2.1 1.5亿元：甲区1亿元 乙县5000万元'],
    ['cell-unit@3'],
  ],
  [
    'a project that goes on under its number printed again',
    [head, '1|床位10张、设备50户|10张|市民政局|6张|4张', '', head, '1||50户|市民政局|30户|20户'],
    ['1.1 10张：甲区6张 乙县4张', '1.2 50户：甲区30户 乙县20户'],
    [],
  ],
  [
    'groups in the row above the labels',
    ['||||任务分解|', head, '1|建房|100套|市建委|60套|40套'],
    ['1.1 100套：甲区60套 乙县40套'],
    [],
  ],
  [
    'a row that one superfluous blank moved, with one way back',
    ['序号|项目名称|量化目标|牵头单位|市本级|甲区|乙县', '1|建房|6套|市建委|3套|1套||2套'],
    ['1.1 6套：市本级3套 甲区1套 乙县2套'],
    ['plan-row-shifted@2'],
  ],
  [
    'further districts on a page of their own',
    [
      '序号|项目名称|量化目标|牵头单位|任务分解|',
      '||||甲区|乙县',
      '1|建房|100套|市建委|60套|',
      '2|种树|5棵|市建委||1棵',
      '',
      '序号|项目名称|量化目标|任务分解（续）|',
      '|||甲区|丙区',
      '1|建房|100套|60套|40套',
      '2|种树|5棵||4棵',
    ],
    ['1.1 100套：甲区60套 丙区40套', '2.1 5棵：乙县1棵 丙区4棵'],
    [],
  ],
  [
    'a target that nobody holds, a project without name',
    [head, '1|建房|100套|市建委||', '2||3套|市建委|3套|'],
    ['1.1 100套：', '2.1 3套：甲区3套'],
    ['plan-target-unallocated@2', 'plan-name-missing@3'],
  ],
];

const down: readonly Case[] = [
  [
    'a row of sums first, units behind the tasks, 其中 beside its whole',
    [
      '序号|区、县（市）|一、托育服务||二、加装电梯（台）',
      '||新增托位（个）|其中：普惠托位（个）|',
      '|全市|1,000|600|12',
      '1|甲区|600|400|12',
      '2|乙县|400|200|—',
    ],
    [
      '1.1 新增托位1,000个：甲区600个 乙县400个',
      '1.2 其中：普惠托位600个：甲区400个 乙县200个',
      '2.1 12台：甲区12台 乙县—',
    ],
    [noLeads],
  ],
  [
    'a row of sums last, and wrong',
    ['区、县（市）|1.新增托位（个）|2.加装电梯（台）', '甲区|600|10', '乙县|400|20', '合 计|1100|30'],
    ['1.1 1100个：甲区600个 乙县400个', '2.1 30台：甲区10台 乙县20台'],
    [noLeads, 'allocation-sum@4'],
  ],
  [
    'no row of sums',
    ['区、县（市）|1.新增托位（个）', '甲区|600', '乙县|400'],
    ['1.1 新增托位：甲区600个 乙县400个'],
    ['plan-target-unstated@1', noLeads],
  ],
  [
    'targets and sums that differ, lead units in a row',
    [
      '区、县（市）|1.新增托位|2.改造老旧小区',
      '量化目标|1000个|30个',
      '牵头单位|市卫健委|市建委',
      '甲区|600个|10个',
      '乙县|400个|20个',
      '合计|1000个|29个',
    ],
    ['1.1 1000个：甲区600个 乙县400个', '2.1 30个：甲区10个 乙县20个'],
    ['plan-total-differs@6', 'plan-total-differs@6'],
  ],
  [
    'the usual labels down the left edge',
    [
      '序号|1||2',
      '项目名称|新增托位50个、培训10场||建桥3座',
      '量化目标|50个|10场|3座',
      '牵头单位|市卫健委||市建委',
      '市本级||10场|1座',
      '甲区|50个||1座',
      '乙县|||1座',
    ],
    ['1.1 50个：甲区50个', '1.2 10场：市本级10场', '2.1 3座：市本级1座 甲区1座 乙县1座'],
    [],
  ],
  [
    '小计 over parts, one row wrong',
    ['区、县（市）|1.公交线路（条）||', '|小计|地铁接驳|社区', '全市|90|50|40', '甲区|50|30|20', '乙县|40|20|21'],
    [
      '1.1 90条：甲区50条 乙县40条',
      '1.2 其中：地铁接驳50条：甲区30条 乙县20条',
      '1.3 其中：社区40条：甲区20条 乙县21条',
    ],
    ['plan-total-differs@5', noLeads, 'allocation-sum@3'],
  ],
  [
    '其中 over two more',
    ['地区|1.新增托位（个）||', '||其中|', '||公办|普惠', '总计|5|2|1', '甲区|3|1|1', '乙县|2|1|'],
    ['1.1 5个：甲区3个 乙县2个', '1.2 其中：公办2个：甲区1个 乙县1个', '1.3 其中：普惠1个：甲区1个'],
    [noLeads],
  ],
  [
    'headings over numbered projects',
    [
      '区、县|一、一老一小||二、住房',
      '|1.托位（个）|2.床位（张）|3.电梯（台）',
      '全市|10|8|9',
      '甲区|6|4|4',
      '乙县|4|4|5',
    ],
    ['1.1 10个：甲区6个 乙县4个', '2.1 8张：甲区4张 乙县4张', '3.1 9台：甲区4台 乙县5台'],
    ['plan-heading-row@1', 'plan-heading-row@1', noLeads],
  ],
  [
    'targets in the names of tasks, and a corner called 目标任务',
    [
      '目标任务|1.托育服务||2.加装电梯9台',
      '|新增托位50个|其中：普惠托位30个|',
      '甲区|20个|10个|4台',
      '乙县|30个|20个|5台',
    ],
    ['1.1 新增托位50个：甲区20个 乙县30个', '1.2 其中：普惠托位30个：甲区10个 乙县20个', '2.1 9台：甲区4台 乙县5台'],
    [noLeads],
  ],
  [
    'one caption with the unit of all',
    ['区、县|目标任务（单位：个）|', '|新增托位|停车位', '全市|10|9', '甲区|6|4', '乙县|4|5'],
    ['1.1 10个：甲区6个 乙县4个', '2.1 9个：甲区4个 乙县5个'],
    [byOrder, noLeads],
  ],
  [
    'districts on two pages, one without header, and tasks on a third',
    [
      '区、县|1.托位（个）',
      '全市|12',
      '甲区|6',
      '',
      '区、县|1.托位（个）',
      '乙县|4',
      '',
      '丙区|2',
      '',
      '区、县|2.床位（张）',
      '全市|3',
      '甲区|1',
      '乙县|1',
      '丙区|1',
    ],
    ['1.1 12个：甲区6个 乙县4个 丙区2个', '2.1 3张：甲区1张 乙县1张 丙区1张'],
    [noLeads],
  ],
  [
    'a lost blank that the sums find',
    ['区、县|1.托位（个）|2.床位（张）|3.车位（个）', '全市|10|8|9', '甲区|6|8|4', '乙县|4|5'],
    ['1.1 10个：甲区6个 乙县4个', '2.1 8张：甲区8张', '3.1 9个：甲区4个 乙县5个'],
    ['plan-row-placed@4', noLeads],
  ],
  [
    'sums of groups of rows, one of them wrong',
    ['区、县|1.托位（个）', '全市|20', '主城小计|13', '甲区|6', '乙区|7', '县域小计|8', '丙县|7'],
    ['1.1 20个：甲区6个 乙区7个 丙县7个'],
    [noLeads, 'plan-total-differs@6'],
  ],
  [
    'remarks, telephone numbers, and a list of people beside',
    [
      '区、县|1.托位（个）|备注|联系电话',
      '全市|20||',
      '甲区|6|续建|13800000000',
      '乙县|14||',
      '',
      '区、县|联系人|电话',
      '甲区|某某|13900000000',
    ],
    ['1.1 20个：甲区6个 乙县14个'],
    ['plan-column-aside@1', 'plan-other-table@6', noLeads],
  ],
  [
    'names that are known only by the label above them, the first of them in brackets',
    ['片区|区、县（市）|1.托位（个）', '|全市|20', '主城|高新（滨江）|6', '|上城|7', '县域|桐庐|7'],
    ['1.1 20个：高新（滨江）6个 上城7个 桐庐7个'],
    [noLeads, 'column-unknown@2', 'column-unknown@2', 'column-unknown@2'],
  ],
  [
    'digits in the names of tasks, and a star',
    [
      '区、县|★1.数字建设||',
      '|5G基站（个）|PM2.5监测点（个）|12345热线（个）',
      '全市|2|3|4',
      '甲区|1|2|1',
      '乙县|1|1|3',
    ],
    ['1.1 5G基站2个：甲区1个 乙县1个', '1.2 PM2.5监测点3个：甲区2个 乙县1个', '1.3 12345热线4个：甲区1个 乙县3个'],
    [noLeads],
  ],
];

const refused: readonly (readonly [what: string, lines: readonly string[], found: readonly string[], hint: string])[] =
  [
    [
      'a row that lost a blank among its figures',
      ['序号|项目名称|量化目标|牵头单位|市本级|甲区|乙县', '1|建房|3套|市建委|1套|2套'],
      ['plan-row-length@2'],
      '甲区1套、乙县2套；市本级1套、乙县2套；市本级1套、甲区2套',
    ],
    [
      'a row with a blank too many at one of two places',
      ['序号|项目名称|量化目标|牵头单位|市本级|甲区|乙县', '1|建房|3套|市建委||1套||2套'],
      ['plan-row-misaligned@2'],
      '市本级1套；甲区1套',
    ],
    [
      'a 序号 stuck to its name, which would leave the row to the project above',
      ['序号|项目名称|量化目标|牵头单位|甲区|乙县', '1|建房|3套|市建委|1套|2套', '2修路|4公里|市建委|1公里|3公里'],
      ['plan-row-misaligned@3'],
      '2修路 | 4公里',
    ],
    [
      'the only figure of a row stuck to its lead unit',
      ['序号|项目名称|量化目标|牵头单位|市本级|甲区', '1|建房|3套|市建委3套|'],
      ['plan-row-length@2'],
      '市建委3套',
    ],
    [
      'the only figure of a row stuck to its target',
      ['序号|项目名称|量化目标|市本级|甲区', '1|建房|3套3套|'],
      ['plan-row-length@2'],
      '3套3套',
    ],
    [
      'the only two figures of a row stuck together, which are no note',
      ['序号|项目名称|量化目标|牵头单位|甲区|乙县', '1|建房|3套|市建委|1套2套'],
      ['plan-row-length@2'],
      '1套2套',
    ],
    [
      'a mark stuck to the only figure of a row',
      ['序号|项目名称|量化目标|牵头单位|甲区|乙县', '1|建房|3套|市建委|无任务3套'],
      ['plan-row-length@2'],
      '无任务3套',
    ],
    [
      'a target stuck to its name, so that the only figure of the row stands for it',
      ['序号|项目名称|量化目标|市本级|甲区', '1|建房3套|3套|'],
      ['plan-row-length@2'],
      '建房3套',
    ],
    [
      'a row that agrees only without its name',
      ['序号|项目名称|量化目标|市本级|甲区', '1||建房3套|3套||'],
      ['plan-extra-column@1', 'plan-row-length@2'],
      '建房3套',
    ],
    [
      'a short row under tasks without sums',
      ['区、县|1.托位（个）|2.床位（张）|3.车位（个）', '甲区|6|8|4', '乙县|4|5'],
      ['plan-row-length@3', 'plan-target-unstated@1', 'plan-target-unstated@1', 'plan-target-unstated@1', noLeads],
      '2.床位（张）4、3.车位（个）5',
    ],
    [
      'two tables with the same numbers',
      [head, '1|建房|1套|市建委|1套|', '', head, '1|修路|9里|市建委|5里|4里'],
      ['plan-number-twice@5'],
      '序号1出现两次',
    ],
    [
      'a row for each district and project',
      ['序号|区县|项目名称|目标任务|牵头单位', '1|甲区|建房|100套|市建委', '2|乙县|建房|200套|市建委'],
      ['plan-direction-unclear@1'],
      '甲区、乙县',
    ],
    ['districts on both sides', ['|甲区|乙县', '丙区|1|2', '丁县|3|4'], ['plan-direction-unclear@1'], '丙区、丁县'],
    [
      'a second table that lies the other way, with more districts',
      [head, '1|建房|1套|市建委|1套|', '', '区、县|托位（个）', '甲区|1', '乙县|2', '丙县|3'],
      ['plan-direction-unclear@4'],
      '甲区、乙县、丙县',
    ],
    [
      'parts of a table with different districts',
      ['区、县|1.托位（个）', '甲区|6', '乙县|4', '', '区、县|2.床位（张）', '甲区|3', '丙县|4'],
      ['plan-target-unstated@1', 'plan-districts-differ@6', noLeads],
      '缺“乙县”，多“丙县”',
    ],
    [
      'a row without name',
      ['区、县|1.托位（个）', '全市|10', '甲区|6', '|4', '乙县|'],
      ['plan-row-unnamed@4', noLeads],
      '没有区、县（市）名称',
    ],
    [
      'figures below no task',
      ['区、县|1.托位（个）|', '全市|10|', '甲区|6|7', '乙县|4|'],
      ['plan-task-unnamed@3', noLeads],
      '第3列',
    ],
    [
      'other rows beside the same districts',
      [head, '1|建房|100套|市建委|60套|', '', head.replace('甲区|乙县', '丙区|丁县'), '1|建房|90套|市建委|40套|'],
      ['plan-header-differs@4'],
      '丙区',
    ],
    [
      'a column that a second part repeats with another figure',
      [head, '1|建房|100套|市建委|60套|', '', head.replace('乙县', '丙区'), '1|建房|100套|市建委|61套|40套'],
      ['plan-header-differs@4'],
      '首页为“乙县”，此处为“丙区”',
    ],
    [
      'a figure where the target has another direction',
      [head, '1|建房|5套|市建委|5套以内|'],
      ['plan-figure-unreadable@2'],
      '5套以内',
    ],
  ];

const named: readonly (readonly [what: string, year: string, label: string, found: readonly string[], name: string])[] =
  [
    ['an alias', '2023年', '上城', ['plan-column-alias@2'], '上城区'],
    ['a former name with one successor', '2023年', '富阳市', ['plan-column-renamed@2'], '富阳区'],
    ['the same name in its own time', '2014年', '富阳市', [], '富阳市'],
    ['a district that was divided', '2023年', '江干区', ['plan-column-dissolved@2'], '上城区、钱塘区'],
    [
      'a district that was dissolved into one that had others too',
      '2022年',
      '下城区',
      ['plan-column-dissolved@2'],
      '拱墅区',
    ],
    ['a zone whose successor has a successor', '2023年', '大江东', ['plan-column-dissolved@2'], '钱塘区'],
    ['a divided district in the year before', '2020年', '江干区', [], '江干区'],
    ['both in the year of the change', '2021年', '下城区', [], '下城区'],
    ['a district that is too young', '2020年', '临平区', ['plan-column-too-early@2'], '临平区'],
    ['a slip of one character', '2023年', '上成区', ['plan-column-misspelt@2'], '上成区'],
    ['a district of another city', '2023年', '柯桥区', ['plan-column-new@2'], '柯桥区'],
    ['a former name without a year', '', '临安市', ['plan-column-renamed@2'], '临安区'],
  ];

describe('nasty tables', () => {
  it.each(across)('with districts across: %s', (_, lines, expected, found) => {
    const reading = read(lines);
    expect([outline(reading.plan), reading.found]).toEqual([expected, found]);
  });

  it.each(down)('with districts down: %s', (_, lines, expected, found) => {
    const reading = read(lines);
    expect([outline(reading.plan), reading.found]).toEqual([expected, found]);
  });

  it.each(refused)('are refused: %s', (_, lines, found, hint) => {
    const { plan, diagnostics } = planOf(lines.join('\n').replaceAll('|', '\t'));
    expect([plan, codes(diagnostics)]).toEqual([null, found]);
    expect(diagnostics.map(({ message }) => message['zh-CN']).join('\n')).toContain(hint);
    for (const { message, hint } of diagnostics)
      expect([message['zh-CN'], hint['zh-CN'], message.en, hint.en].every((text) => text.length > 5)).toBe(true);
  });
});

it('groups districts as the column left of their names does', () => {
  const { plan } = read(['片区|区、县|1.托位（个）', '市本级||1', '主城|甲区|6', '|乙区|7', '县域|丙县|7', '全市||21']);
  expect(plan?.header.slice(3)).toEqual([
    { label: '市本级', role: 'city' },
    {
      label: '主城',
      children: [
        { label: '甲区', role: 'district' },
        { label: '乙区', role: 'district' },
      ],
    },
    { label: '县域', children: [{ label: '丙县', role: 'district' }] },
  ]);
});

describe('the registry of columns', () => {
  it.each(named)('knows %s', (_, year, label, found, name) => {
    const lines = [`${year}任务分解表`, head.replace('甲区', label), '1|建房|1套|市建委|1套|'];
    const { plan, diagnostics } = planOf(lines.join('\n').replaceAll('|', '\t').replace('乙县', '桐庐县'), hangzhou);
    expect(codes(diagnostics)).toEqual(found);
    expect(plan?.columns[0]?.name ?? diagnostics[0]?.data['candidates']).toBe(name);
  });

  it('calls the columns of the 2023 table what the table calls them', () => {
    const text = readFileSync(`${seedsFolder}/附件2-2023.txt`, 'utf8');
    expect(codes(planOf(text, hangzhou).diagnostics)).toEqual(codes(planOf(text).diagnostics));
  });

  it('names rows as it names columns, and refuses two names of one district', () => {
    const down = read(['2023年任务分解表', '单位|1.新增托位（个）', '全市|9', '上城|5', '市属|4'], hangzhou);
    expect([down.plan?.columns, down.found]).toEqual([
      [
        { name: '上城区', kind: 'district' },
        { name: '市本级', kind: 'city' },
      ],
      ['plan-column-alias@4', 'plan-column-alias@5', noLeads],
    ]);
    const twice = read(
      ['2023年任务分解表', head.replace('甲区|乙县', '上城区|上城'), '1|建房|1套|市建委|1套|'],
      hangzhou,
    );
    expect([twice.plan, twice.found]).toEqual([null, ['plan-column-alias@2', 'plan-column-twice@2']]);
  });

  it.each([
    ['no list of columns', 'city: 某市', 'columns'],
    ['a name twice', 'city: 某市\ncolumns: [{ name: 甲区 }, { name: 乙区, aliases: [甲区] }]', '甲区'],
    [
      'a successor that is not there',
      'city: 某市\ncolumns: [{ name: 甲区 }]\nformer: [{ name: 丙区, until: 2020-01, became: [丁区] }]',
      '丁区',
    ],
    [
      'no word of what became of a name',
      'city: 某市\ncolumns: [{ name: 甲区 }]\nformer: [{ name: 丙区, until: 2020-01 }]',
      'renamed',
    ],
    ['a month that is none', 'city: 某市\ncolumns: [{ name: 甲区, since: 2020-13 }]', 'columns.0.since'],
  ])('is refused with %s', (_, text, word) => {
    const result = parseRegistry(text);
    if ('registry' in result) throw new Error('accepted');
    expect(result.problem['zh-CN']).toContain(word);
    expect(result.problem.en).toContain(word);
  });

  it('is refused with broken YAML', () => {
    expect(parseRegistry('city: [')).toMatchObject({
      problem: { 'zh-CN': expect.stringContaining('第1行第8列'), en: expect.stringContaining('line 1: ') },
    });
  });
});
