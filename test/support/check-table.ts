import type { ExplainedKind } from '../../src/model/explained.ts';
import type { Language } from '../../src/model/language.ts';
import { catalogue } from '../../src/month/check-catalogue.ts';

const words = {
  'zh-CN': {
    head: ['代码', '等级', '何时提出', '如何处理'],
    error: '错误',
    warning: '警告',
    info: '提示',
    binding: '，须更正',
  },
  en: {
    head: ['code', 'severity', 'told when', 'what to do'],
    error: 'error',
    warning: 'warning',
    info: 'info',
    binding: ', binding',
  },
} as const;

/** `src/checks/README.md`: every check in both languages. */
export function checkTables(): string {
  return `# The checks

Written by \`npx vitest run test/checks/catalogue.test.ts -u\` from what the checks say of themselves; \`jianbao checks list\` says
the same with an office's own severities (\`settings.checks\` in \`jianbao.yaml\`). What is binding no setting can lower.

${tableIn('en')}

# 校核项一览

${tableIn('zh-CN')}
`;
}

function tableIn(language: Language): string {
  const { head, binding, ...names } = words[language];
  const row = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  const line = (kind: ExplainedKind) => {
    const { finds, remedy } = kind.explanation[language];
    return row([`\`${kind.code}\``, names[kind.severity] + (kind.binding ? binding : ''), finds, remedy]);
  };
  return [row(head), row(head.map(() => '---')), ...catalogue.map(line)].join('\n');
}
