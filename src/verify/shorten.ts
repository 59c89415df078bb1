/** Texts are shown in messages up to so many characters, with so many before the first difference. */
const longest = 40;
const context = 12;

/** A text on one line, cut where it is long. */
export function shortened(text: string): string {
  const line = oneLine(text);
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}

/** Two texts that differ, both cut to the part where they do. */
export function shortenedPair(expected: string, found: string): { expected: string; found: string } {
  const [a, b] = [oneLine(expected), oneLine(found)];
  if (Math.max(a.length, b.length) <= longest) return { expected: a, found: b };
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start += 1;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - start && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  const from = start <= context ? 0 : start - context;
  const cut = (text: string) => {
    const to = Math.min(text.length - tail + context, from + longest);
    return `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`;
  };
  return { expected: cut(a), found: cut(b) };
}

function oneLine(text: string): string {
  return text.replaceAll('\n', ' ');
}
