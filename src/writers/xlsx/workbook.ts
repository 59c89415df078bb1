import type { Workbook } from 'exceljs';
import type { Document } from '../../model/document.ts';
import { WriteError } from '../../model/errors/write-error.ts';
import type { Theme } from '../../model/theme.ts';
import { drawSheet } from './draw-sheet.ts';
import { planSheet } from './plan-sheet.ts';
import { frameSheet } from './sheet-frame.ts';
import type { SheetPlan } from './sheet-plan.ts';
import { StyleBook } from './styles.ts';
import type { TablePlace } from './table-place.ts';
import { checkText } from './text-check.ts';

/** Fills an empty workbook: all sheets are planned before the first is drawn, as formulas look ahead. Returns the plans. */
export function fillWorkbook(workbook: Workbook, document: Document, theme: Theme): readonly SheetPlan[] {
  const plans = document.sections.map((section) => planSheet(section, document, theme));
  if (plans.length === 0)
    throw new WriteError({
      'zh-CN': `“${document.title}”没有内容，工作簿至少要有一张表`,
      en: `“${document.title}” has no section; a workbook needs a sheet`,
    });
  const tables = tableIndex(plans);
  setProperties(workbook, document);
  const styles = new StyleBook(theme);
  const names = new Set<string>();
  for (const plan of plans) {
    const name = plan.name.toLowerCase();
    if (names.has(name))
      throw new WriteError({
        'zh-CN': `有两节都叫“${plan.name}”，工作簿中不能有两张同名的表`,
        en: `section “${plan.name}”: a workbook cannot have two sheets of one name`,
      });
    names.add(name);
    const sheet = workbook.addWorksheet(plan.name);
    frameSheet(plan, sheet, document);
    drawSheet(plan, sheet, styles, tables);
  }
  return plans;
}

function tableIndex(plans: readonly SheetPlan[]): Map<string, TablePlace> {
  const index = new Map<string, TablePlace>();
  for (const place of plans.flatMap((plan) => plan.tables)) {
    const { name } = place.table;
    if (index.has(name))
      throw new WriteError({ 'zh-CN': `有两个表格都叫“${name}”`, en: `table “${name}”: two tables of one name` });
    index.set(name, place);
  }
  return index;
}

function setProperties(workbook: Workbook, document: Document): void {
  const date = new Date(`${document.date}T00:00:00Z`);
  if (Number.isNaN(date.getTime()))
    throw new WriteError({
      'zh-CN': `“${document.date}”不是日期，应写成 2023-07-05`,
      en: `“${document.date}” is not a date`,
    });
  const properties = {
    title: document.title,
    subject: document.subject,
    creator: document.author,
    lastModifiedBy: document.author,
    keywords: document.keywords.join(', '),
    language: document.language,
  };
  for (const [name, text] of Object.entries(properties))
    checkText(text, () => ({ 'zh-CN': `文件属性“${name}”`, en: `file property “${name}”` }));
  Object.assign(workbook, properties, { created: date, modified: date });
  workbook.calcProperties.fullCalcOnLoad = true;
}
