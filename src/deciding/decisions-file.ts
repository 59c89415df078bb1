import { join } from 'node:path';
import { nextId } from '../decisions/next-id.ts';
import { parseDecisions } from '../decisions/yaml/parse.ts';
import { withDecision, withRevocation } from '../decisions/yaml/print.ts';
import { exclusively } from '../disk/file-lock.ts';
import { publishFile, readTextIfThere } from '../disk/files.ts';
import type { Decision, NewDecision, Revocation } from '../model/decision.ts';
import { UsageError } from '../model/errors/usage-error.ts';
import type { SourceFile } from '../model/source-file.ts';

const fileName = 'decisions.yaml';

/** The `decisions.yaml` of a folder; null where there is none. UsageError names the line that is wrong. */
export async function decisionsIn(
  folder: string,
): Promise<{ readonly decisions: readonly Decision[]; readonly file: SourceFile } | null> {
  const text = await readTextIfThere(join(folder, fileName));
  if (text === null) return null;
  return { decisions: parsed(text, folder), file: { name: fileName, bytes: new TextEncoder().encode(text) } };
}

/** Appends a decision to a folder's file and returns it with its number. UsageError, FileError; the file is then as it was. */
export async function recordInFolder(folder: string, given: NewDecision): Promise<Decision> {
  return append(folder, (text, decisions) => {
    const decision = { ...given, id: nextId(decisions, given.year), revoked: null };
    return { text: withDecision(text, decision), result: decision };
  });
}

/** Appends a revocation; UsageError where there is no such decision or it is revoked already. */
export async function revokeInFolder(folder: string, id: string, revocation: Revocation): Promise<void> {
  await append(folder, (text, decisions) => {
    refuseRevoking(decisions, id);
    return { text: withRevocation(text, id, revocation), result: null };
  });
}

/** UsageError where a decision cannot be revoked. */
export function refuseRevoking(decisions: readonly Decision[], id: string): void {
  const decision = decisions.find((one) => one.id === id);
  if (decision?.revoked === null) return;
  const known = decisions.filter(({ revoked }) => revoked === null).map((one) => one.id);
  const open =
    known.length === 0 ? { 'zh-CN': '没有', en: 'none' } : { 'zh-CN': known.join('、'), en: known.join(', ') };
  throw new UsageError(
    decision === undefined
      ? {
          'zh-CN': `没有处理意见 ${id}；可撤销的：${open['zh-CN']}`,
          en: `there is no decision ${id}; known: ${open.en}`,
        }
      : {
          'zh-CN': `处理意见 ${id} 已经撤销；可撤销的：${open['zh-CN']}`,
          en: `decision ${id} is revoked already; others: ${open.en}`,
        },
  );
}

/** The whole file appears anew, with what was there and one entry more, while no other program writes it. */
async function append<T>(
  folder: string,
  change: (text: string | null, decisions: readonly Decision[]) => { text: string; result: T },
): Promise<T> {
  const path = join(folder, fileName);
  return exclusively(path, async () => {
    const before = await readTextIfThere(path);
    const { text, result } = change(before, before === null ? [] : parsed(before, folder));
    // Behind what somebody wrote by hand, an entry may come to stand where it means something else.
    parsed(text, folder);
    async function* pieces() {
      yield new TextEncoder().encode(text);
    }
    await publishFile(path, pieces(), async () => {});
    return result;
  });
}

function parsed(text: string, folder: string): readonly Decision[] {
  const result = parseDecisions(text);
  if ('decisions' in result) return result.decisions;
  const path = join(folder, fileName);
  throw new UsageError({
    'zh-CN': `${path} 第${result.line}行有误：${result.problem['zh-CN']}`,
    en: `${path}, line ${result.line}: ${result.problem.en}`,
  });
}
