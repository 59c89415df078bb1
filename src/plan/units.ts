/** Measure words and units that tables of 民生实事 use; 万 and 亿 may stand before any of them. */
const units = [
  '个 张 户 所 家 处 条 台 套 辆 人 名 座 间 栋 幢 株 棵 期 项 件 次 场 堂 节 门 份 册 本 部 支 只 头 艘 架 根 块 片 盏 口 眼 对 批 宗 例 起 趟 届',
  '人次 场次 班次 车次 台次 户次 件次 家次 课时 学时 小时 分钟 天 年 月 床 个百分点 百分点 标准箱 标台',
  '亩 公顷 平方米 平方公里 平方千米 立方米 米 公里 千米 里 吨 公斤 千克 克 升 元 千瓦 兆瓦 千瓦时 度 吨标准煤 微克',
  '% ‰ ㎡ m² m2 m³ m3 km km² m t kg kW MW kWh',
].flatMap((line) => line.split(' '));
const pattern = `[十百千万亿]{0,2}(?:${[...units].sort((a, b) => b.length - a.length).join('|')})(?:[/／](?:年|月|日|天|次|人|户|个|平方米|立方米))?`;
const whole = new RegExp(`^(?:${pattern}|万|亿)$`, 'u');
const atStart = new RegExp(`^(?:${pattern})`, 'u');
/** Only known units are taken for one: 服务站（点） and 社区（村） name another kind of the same thing. */
const bracketed = /^(.*?)[（(【［[]((?:计量)?单位[:：])?([^（(【［[\d]{1,8})[）)】］\]]$/u;

/** Whether a text is a unit and nothing else. */
export function isUnit(text: string): boolean {
  return whole.test(text);
}

/** The longest known unit that a text begins with; empty for none. */
export function unitAtStart(text: string): string {
  return atStart.exec(text)?.[0] ?? '';
}

/** No label is longer. */
const longest = 200;

/** A label and the unit that it names behind it: `新增托位（个）`, `目标（单位：万平方米）`, `床位/张`; the unit is empty for none. */
export function splitUnit(label: string): { readonly text: string; readonly unit: string } {
  if (label.length > longest) return { text: label, unit: '' };
  const [, text = '', announced, inside = ''] = bracketed.exec(label) ?? [];
  if (inside !== '' && (announced !== undefined || isUnit(inside))) return { text, unit: inside };
  const [, before = '', after = ''] = /^(.+)[/／](.{1,6})$/u.exec(label) ?? [];
  return isUnit(after) && !/\d$/.test(before) ? { text: before, unit: after } : { text: label, unit: '' };
}

const caption = /^[（(]?(?:计量|数量)?单位[:：](.+?)[）)]?$/u;

/** The unit of a line above a table, `单位：公里`; empty where it names several or none, null for any other line. */
export function captionUnit(line: string): string | null {
  const found = caption.exec(line);
  if (!found) return null;
  return isUnit(found[1] ?? '') ? (found[1] ?? '') : '';
}
