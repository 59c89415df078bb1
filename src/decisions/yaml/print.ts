import { stringify } from 'yaml';
import type { Decision, Revocation } from '../../model/decision.ts';
import { entryOf, revocationEntry } from './entry.ts';

const head = `# 处理意见：对校核中发现的问题，由谁、因何、如何处理。由 jianbao decide 写入，一条接一条，不删不改；
# 要撤销，用 jianbao decide revoke 编号。数字一变，针对原数字的处理意见即失效。
# Decisions on findings, appended by \`jianbao decide\`; nothing is deleted. A decision dies with the figures it was about.
`;

/** The text of a \`decisions.yaml\` with one more decision; null is a file that is not there yet. */
export function withDecision(text: string | null, decision: Decision): string {
  return appended(text, entryOf(decision));
}

/** The same with a revocation. */
export function withRevocation(text: string | null, id: string, revocation: Revocation): string {
  return appended(text, revocationEntry(id, revocation));
}

function appended(text: string | null, entry: object): string {
  const before = text === null ? head : text === '' || text.endsWith('\n') ? text : `${text}\n`;
  return `${before}\n${stringify([entry], { lineWidth: 0 })}`;
}
