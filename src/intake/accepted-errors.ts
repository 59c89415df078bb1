import type { Diagnostic } from '../model/diagnostic.ts';

/**
 * The problems of a file whose good entries were accepted without the others: what was wrong is not in the returns any more, so it
 * no longer stops the month, but stays to be told.
 */
export function acceptedErrors(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.map((d) => {
    if (d.severity !== 'error') return d;
    const hint = {
      'zh-CN': `这一处没有采用，按未报送处理，其余各项已存入。${d.hint['zh-CN']}`,
      en: `It was left out and counts as 未报送; the rest was stored. ${d.hint.en}`,
    };
    return { ...d, severity: 'warning', hint, data: { ...d.data, accepted: 'true' } };
  });
}
