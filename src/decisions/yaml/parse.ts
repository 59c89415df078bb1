import { isNode, isScalar, isSeq, LineCounter, type ParsedNode, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Decision } from '../../model/decision.ts';
import type { Message } from '../../model/language.ts';
import { schemaProblem } from '../../model/schema-problem.ts';
import { yamlProblem } from '../../model/yaml-problem.ts';
import { decisionOf } from './entry.ts';
import { decisionSchema, revocationSchema } from './schema.ts';

/** What a `decisions.yaml` says, or the first thing that is wrong with it and the line that it is in. */
export type ParsedDecisions =
  | { readonly decisions: readonly Decision[] }
  | { readonly problem: Message; readonly line: number };

/** Reads the entries in their order: a revocation speaks of a decision above it. */
export function parseDecisions(text: string): ParsedDecisions {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [broken] = document.errors;
  if (broken) {
    return {
      problem: yamlProblem({ code: broken.code, message: broken.message }),
      line: lines.linePos(broken.pos[0]).line,
    };
  }
  const { contents } = document;
  if (contents === null || contents.toJS(document) === null) return { decisions: [] };
  const lineOf = (node: unknown) => (isNode(node) && node.range ? lines.linePos(node.range[0]).line : 1);
  if (!isSeq(contents)) return wrong(lineOf(contents), '应为一列处理意见', 'must be a list of decisions');
  const decisions = new Map<string, Decision>();
  for (const item of contents.items as ParsedNode[]) {
    const value: unknown = item?.toJS(document) ?? null;
    const revokes = value !== null && typeof value === 'object' && 'revokes' in value;
    const schema: z.ZodType = revokes ? revocationSchema : decisionSchema;
    const parsed = schema.safeParse(value);
    if (!parsed.success) {
      const path = (parsed.error.issues[0]?.path ?? []) as (string | number)[];
      const place = deepest(item, path);
      return { problem: quoted(schemaProblem(parsed.error), place), line: lineOf(place) };
    }
    const problem = revokes
      ? revoke(decisions, revocationSchema.parse(value))
      : add(decisions, decisionOf(decisionSchema.parse(value)));
    if (problem !== null) return { problem, line: lineOf(item) };
  }
  return { decisions: [...decisions.values()] };
}

function add(decisions: Map<string, Decision>, decision: Decision): Message | null {
  const { id, kind, figure, value } = decision;
  if (decisions.has(id)) return { 'zh-CN': `编号“${id}”已经用过`, en: `the id ${id} was used before` };
  if (kind === 'correct' && (figure === null || value === null))
    return { 'zh-CN': '更正须写明 figure 和 value', en: 'a correction needs figure and value' };
  if (kind === 'postpone' && decision.until === null)
    return { 'zh-CN': '暂缓处理须写明 until', en: 'a postponement needs until' };
  decisions.set(id, decision);
  return null;
}

function revoke(
  decisions: Map<string, Decision>,
  { revokes, ...revoked }: z.infer<typeof revocationSchema>,
): Message | null {
  const decision = decisions.get(revokes);
  if (decision === undefined)
    return { 'zh-CN': `前面没有编号为“${revokes}”的处理意见`, en: `there is no decision ${revokes} above` };
  if (decision.revoked !== null) return { 'zh-CN': `“${revokes}”已经撤销`, en: `${revokes} is revoked already` };
  decisions.set(revokes, { ...decision, revoked });
  return null;
}

/** A number where a text is meant has lost digits already: an unquoted 13.10 is 13.1. */
function quoted(problem: Message, node: unknown): Message {
  if (!isScalar(node) || typeof node.value !== 'number') return problem;
  return {
    'zh-CN': `${problem['zh-CN']}，编号和数字请加引号，如 "${node.source}"`,
    en: `${problem.en}; put it in quotes, like "${node.source}"`,
  };
}

/** The node at a path, or the last one on the way to it. */
function deepest(node: ParsedNode | null, path: readonly (string | number)[]): unknown {
  let found: unknown = node;
  for (const step of path) {
    const next =
      found !== null && typeof found === 'object' && 'get' in found ? (found as Getter).get(step, true) : undefined;
    if (!isNode(next)) return found;
    found = next;
  }
  return found;
}

interface Getter {
  get(key: string | number, keepScalar: true): unknown;
}

function wrong(line: number, chinese: string, english: string): ParsedDecisions {
  return { problem: { 'zh-CN': chinese, en: english }, line };
}
