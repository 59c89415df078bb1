import { join } from 'node:path';
import { nextId } from '../decisions/next-id.ts';
import { parseDecisions } from '../decisions/yaml/parse.ts';
import { withDecision, withRevocation } from '../decisions/yaml/print.ts';
import { publishFile, readTextIfThere } from '../files.ts';
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
  const text = await readTextIfThere(join(folder, fileName));
  const decisions = text === null ? [] : parsed(text, folder);
  const decision = { ...given, id: nextId(decisions, given.year), revoked: null };
  await append(folder, text, withDecision(text, decision));
  return decision;
}

/** Appends a revocation; UsageError where there is no such decision or it is revoked already. */
export async function revokeInFolder(folder: string, id: string, revocation: Revocation): Promise<void> {
  const text = await readTextIfThere(join(folder, fileName));
  refuseRevoking(text === null ? [] : parsed(text, folder), id);
  await append(folder, text, withRevocation(text, id, revocation));
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

/** The whole file appears anew, if nobody else changed it meanwhile and it can be read. */
async function append(folder: string, before: string | null, after: string): Promise<void> {
  const path = join(folder, fileName);
  parsed(after, folder);
  async function* pieces() {
    yield new TextEncoder().encode(after);
  }
  await publishFile(path, pieces(), async () => {
    if ((await readTextIfThere(path)) === before) return;
    throw new UsageError({
      'zh-CN': `${path} 刚刚被另一个程序改动，本次没有写入；请重试`,
      en: `${path} was just changed by another program; nothing was written, try again`,
    });
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
