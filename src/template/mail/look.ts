/**
 * The look of a letter, by `tag`, `tag.class` and, for cells, `class-of-table tag`; it stands in `style` attributes, since many mail programs drop
 * style sheets. No background and no colour of plain text: a reader's dark mode sets both. The few colours and the lines keep at
 * least 4.3 : 1 on white and on black.
 */
export const look: Readonly<Record<string, string>> = {
  h1: 'margin:0 0 16px;font-size:20px;line-height:1.5;font-weight:bold',
  p: 'margin:0 0 14px',
  'p.head': 'margin:0 0 20px;padding:0 0 8px;border-bottom:2px solid #d0342c;font-weight:bold;color:#d0342c',
  'p.banner':
    'margin:0 0 16px;padding:4px 12px;border:1px solid #d0342c;font-weight:bold;text-align:center;color:#d0342c',
  'p.lead': 'margin:0 0 14px;font-size:18px;line-height:1.6;font-weight:bold',
  'p.label': 'margin:18px 0 6px;font-weight:bold',
  'p.command':
    'margin:0 0 14px;padding:10px 12px;border:1px solid #808890;font-family:Consolas,Menlo,monospace,NSimSun,SimSun;font-size:15px',
  'p.note': 'margin:0 0 14px;font-size:14px;line-height:1.6',
  'p.signature': 'margin:24px 0 0;text-align:right',
  ul: 'margin:0 0 14px;padding:0 0 0 24px',
  ol: 'margin:0 0 14px;padding:0 0 0 28px',
  li: 'margin:0 0 4px',
  table: 'width:100%;margin:0 0 16px;border-collapse:collapse',
  'facts th':
    'padding:3px 16px 3px 0;text-align:left;vertical-align:top;white-space:nowrap;font-weight:normal;color:#737b85',
  'facts td': 'width:100%;padding:3px 0;text-align:left;vertical-align:top',
  'list th':
    'padding:6px 8px;border:1px solid #808890;text-align:left;vertical-align:middle;font-size:15px;font-weight:bold',
  'list td': 'padding:6px 8px;border:1px solid #808890;text-align:left;vertical-align:middle;font-size:15px',
  code: 'font-family:Consolas,Menlo,monospace,NSimSun,SimSun;font-size:14px;word-break:break-all',
  'span.warning': 'font-weight:bold;color:#d0342c',
  'span.quiet': 'color:#737b85',
};

/** Of everything inside: what a mail program would take from its own settings otherwise. */
export const wholeLook =
  "font-family:'Microsoft YaHei','PingFang SC','Noto Sans CJK SC','Source Han Sans SC',sans-serif;font-size:16px;line-height:1.75;text-align:left;word-wrap:break-word;overflow-wrap:anywhere";
