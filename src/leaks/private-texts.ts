import type { Month } from '../briefings/month.ts';
import { decisionText } from '../decisions/words.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { ReturnEntry } from '../model/return.ts';
import { whereText } from '../provenance/place-words.ts';
import { bareWords, clausesOf } from './bare-words.ts';
import type { TextOwner } from './may-read.ts';

/** A text of somebody, and whose it is. One text may be several people's. */
export interface PrivateText {
  readonly text: string;
  readonly owners: readonly TextOwner[];
}

/** Texts of a month that not everybody may read, found in a file however it is broken. */
export interface PrivateTexts {
  /** Those that a text says, each once. */
  foundIn(text: string): PrivateText[];
}

/** From this length on a text is known wherever it stands; shorter ones are only where they stand alone, between marks. */
const telling = 6;
/** What is shorter (无, 正常) tells nothing of anybody. */
const shortest = 3;

/** Free texts of returns, and what was found and decided about somebody. */
export function privateTexts(month: Month): PrivateTexts {
  const owners = new Map<string, TextOwner[]>();
  const add = (text: string | null | undefined, owner: TextOwner) => {
    const bare = bareWords(text ?? '');
    // A mark at the end is not told from the sentence that it stands in.
    const plain = bare.replace(/[.;,!?。；，！？]+$/u, '');
    if (plain.length < shortest) return;
    const known = owners.get(plain);
    if (known) known.push(owner);
    else owners.set(plain, [owner]);
  };
  for (const given of month.returns)
    for (const entry of given.entries)
      for (const [what, text] of freeTexts(entry))
        add(text, {
          kind: 'entry',
          what,
          reporter: given.reporter,
          column: entry.column ?? given.reporter,
          target: entry.target,
          period: given.period,
        });
  for (const diagnostic of month.diagnostics)
    for (const [what, text] of toldTexts(diagnostic)) add(text, { kind: 'finding', what, diagnostic });
  return index(owners);
}

/** What a return says in words, and where it was read: whose file a figure came from is nobody else's affair either. */
function freeTexts({ remark, fallReason, problems, nextSteps, mark, at }: ReturnEntry): (readonly [string, string])[] {
  const said = [
    ['备注', remark],
    ['累计数减少的原因', fallReason],
    ['存在问题', problems],
    ['下一步打算', nextSteps],
    ['填报的文字', mark],
    ['来源文件', at.source],
    ['来源', whereText(at, 'zh-CN')],
  ] as const;
  return said.flatMap(([what, text]) => (text ? [[what, text] as const] : []));
}

function toldTexts({ message, decision, overdue }: Diagnostic): (readonly [string, string])[] {
  const decided = [decision, overdue].flatMap((one) =>
    one === undefined ? [] : [one.because, decisionText(one)['zh-CN']].map((text) => ['处理意见', text] as const),
  );
  return [['校核发现的问题', message['zh-CN']], ...decided];
}

/** Long texts by their first letters, so that a file is gone through once whatever their number. */
function index(owners: ReadonlyMap<string, readonly TextOwner[]>): PrivateTexts {
  const byStart = new Map<string, string[]>();
  const short = new Set<string>();
  for (const text of owners.keys()) {
    if (text.length < telling) short.add(text);
    else {
      const start = text.slice(0, telling);
      const others = byStart.get(start);
      if (others) others.push(text);
      else byStart.set(start, [text]);
    }
  }
  return {
    foundIn(text) {
      const found = new Set<string>();
      const bare = bareWords(text);
      if (byStart.size > 0)
        for (let from = 0; from + telling <= bare.length; from += 1)
          for (const long of byStart.get(bare.slice(from, from + telling)) ?? [])
            if (bare.startsWith(long, from)) found.add(long);
      if (short.size > 0) for (const clause of clausesOf(text)) if (short.has(clause)) found.add(clause);
      return [...found].map((one) => ({ text: one, owners: owners.get(one) as TextOwner[] }));
    },
  };
}
