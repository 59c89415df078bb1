import { escaped } from './escaped.ts';
import { wholeLook } from './look.ts';

/**
 * A letter's page around its body: 640 pixels wide, narrower where the screen is. Outlook for Windows draws with Word, knows no
 * greatest width and gets a table of its own; `color-scheme` says that dark mode needs no help.
 */
export function framed(title: string, body: string): string {
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="format-detection" content="telephone=no, date=no, address=no">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escaped(title)}</title>
</head>
<body style="margin:0;padding:0">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="border-collapse:collapse">
<tr>
<td align="center" style="padding:20px 12px">
<!--[if mso]><table role="presentation" width="640" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
<div style="max-width:640px;margin:0 auto;${wholeLook}">
${body}</div>
<!--[if mso]></td></tr></table><![endif]-->
</td>
</tr>
</table>
</body>
</html>
`;
}
