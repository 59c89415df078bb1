/**
 * Which of some names a text says, in its order, each as often as it does. Of names at the same place the longest counts: 西湖区
 * is not said in 西湖区教育局 where both are names.
 */
export function namesIn(text: string, names: readonly string[]): string[] {
  const known = names.filter((name) => name !== '');
  if (known.length === 0) return [];
  const literal = (name: string) => name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  const longestFirst = known.toSorted((a, b) => b.length - a.length).map(literal);
  return text.match(new RegExp(longestFirst.join('|'), 'gu')) ?? [];
}
