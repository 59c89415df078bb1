/** Tables in all media. Borders are separate, since collapsed ones stay behind when a cell sticks. */
export const tableRules = `.table { margin: 0.3em 0; line-height: 1.4; }
table { width: 100%; table-layout: fixed; border-collapse: separate; border-spacing: 0; font-family: var(--table-font); font-variant-numeric: tabular-nums; }
th, td { padding: 0.25em 0.3em; border: 0 solid var(--rule); border-right-width: var(--line); border-bottom-width: var(--line); background: #FFFFFF; vertical-align: middle; }
.edge { border-left-width: var(--line); }
thead > tr:first-child > *, colgroup + tbody > tr:first-child > * { border-top-width: var(--line); }
th { font-weight: bold; }
thead th, thead td { background: var(--table-head); }
.left { text-align: left; }
.center { text-align: center; }
.right { text-align: right; }
td.right { padding-right: calc(0.3em + var(--inset, 0em)); }
td.marked, th.marked, thead .marked { background: var(--marked); }
`;
