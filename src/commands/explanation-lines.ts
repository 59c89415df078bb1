import { say } from '../cli/text.ts';
import { decisionText } from '../decisions/words.ts';
import { chinaTime } from '../model/china-time.ts';
import type { Language } from '../model/language.ts';
import type { Explanation, SourceRecord } from '../provenance/explanation.ts';
import { spotText, whereText } from '../provenance/place-words.ts';
import { widthOf } from './text-table.ts';

/** More sources than these in one list and each stands beside its figure, not below it. */
const longList = 8;
const shortHash = 12;

/** An explanation as a tree of lines; figures of one list stand below each other. */
export function explanationLines(explanation: Explanation, language: Language): string[] {
  const { what, value } = explanation;
  const colon = language === 'zh-CN' ? '：' : ': ';
  return [[what[language], value[language]].filter(Boolean).join(colon), ...below(explanation, '', language)];
}

/** What lies below a node: its source and decisions, then its inputs. */
function below({ source, decisions, inputs }: Explanation, indent: string, language: Language): string[] {
  const facts = [
    ...(source === null ? [] : [sourceText(source, language)]),
    ...decisions.map((one) => say(language, 'explainedDecision', { text: decisionText(one)[language] })),
  ];
  return [
    ...facts.map((text) => `${indent}${inputs.length > 0 ? '│ ' : '  '}${text}`),
    ...list(inputs, indent, language),
  ];
}

function list(nodes: readonly Explanation[], indent: string, language: Language): string[] {
  const columns = nodes.map(({ what, value }) => [what[language], value[language]] as const);
  // A value that nothing follows may run on.
  const followed = columns.filter((_, index) => nodes[index]?.formula !== null);
  const widths = [columns, followed].map((rows, i) => Math.max(0, ...rows.map((texts) => widthOf(texts[i] ?? ''))));
  return nodes.flatMap((node, index) => {
    const last = index === nodes.length - 1;
    const [what, value] = (columns[index] ?? []).map((text, i) => padded(text, widths[i] ?? 0));
    const beside = nodes.filter(({ source }) => source !== null).length > longList;
    const formula = node.formula === null ? [] : [`＝ ${node.formula[language]}`];
    const where = beside && node.source !== null ? [briefly(node.source, language)] : [];
    const line = [what, value, ...formula, ...where].join('  ').trimEnd();
    const inner = beside ? { ...node, source: null } : node;
    return [`${indent}${last ? '└' : '├'} ${line}`, ...below(inner, `${indent}${last ? '  ' : '│ '}`, language)];
  });
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

function sourceText({ place, given, origin }: SourceRecord, language: Language): string {
  return say(language, 'explainedSource', {
    where: whereText(place, language),
    reporter: given?.reporter ?? '',
    revision: given ? String(given.revision) : '',
    cutoff: given?.cutoff ?? '',
    received: origin?.received ? chinaTime(origin.received) : '',
    sha256: origin?.sha256.slice(0, shortHash) ?? '',
  });
}

function briefly({ place, given }: SourceRecord, language: Language): string {
  const revision =
    given && given.revision > 1 ? say(language, 'explainedRevision', { revision: String(given.revision) }) : '';
  return `〔${whereText(place, language)}${revision}〕`;
}

/** The tree for other programs, words in one language and hashes whole. */
export function explanationJson(explanation: Explanation, language: Language): unknown {
  const { what, value, formula, source, decisions, inputs } = explanation;
  return {
    what: what[language],
    value: value[language],
    formula: formula?.[language] ?? null,
    source: source && {
      file: source.place.source,
      spot: spotText(source.place, language),
      ...source.place,
      reporter: source.given?.reporter ?? null,
      revision: source.given?.revision ?? null,
      cutoff: source.given?.cutoff ?? null,
      received: source.origin?.received ?? null,
      sha256: source.origin?.sha256 ?? null,
    },
    decisions: decisions.map((one) => ({ id: one.id, text: decisionText(one)[language] })),
    inputs: inputs.map((input) => explanationJson(input, language)),
  };
}
