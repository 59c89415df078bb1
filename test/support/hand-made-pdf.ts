/** A PDF of pages written by hand: content streams (ISO 32000-1, 7.8.2) on A4, Helvetica as F1. Readers find the objects. */
export function handMadePdf(
  pages: readonly string[],
  extra: { readonly page?: string; readonly objects?: readonly string[] } = {},
): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${4 + 2 * i} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ];
  const forms = (extra.objects ?? []).map((_, i) => `/X${i + 1} ${4 + 2 * pages.length + i} 0 R`).join(' ');
  for (const [i, content] of pages.entries()) {
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${extra.page ?? ''} /Contents ${5 + 2 * i} 0 R` +
        ` /Resources << /Font << /F1 3 0 R >> /XObject << ${forms} >> >> >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    );
  }
  objects.push(...(extra.objects ?? []));
  let file = '%PDF-1.7\n';
  const starts = objects.map((object, i) => {
    const start = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return start;
  });
  const table = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('');
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return new TextEncoder().encode(`${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${trailer}`);
}

/** Words with the beginning of their baseline at a place. */
export function words(text: string, x: number, y: number): string {
  return `BT /F1 10 Tf ${x} ${y} Td (${text}) Tj ET`;
}

/** Stroked lines, each from one point to another. */
export function strokes(...lines: readonly (readonly [number, number, number, number])[]): string {
  return lines.map(([x1, y1, x2, y2]) => `${x1} ${y1} m ${x2} ${y2} l S`).join('\n');
}

/** The rules of a grid. */
export function grid(xs: readonly number[], ys: readonly number[]): string {
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [bottom, top] = [Math.min(...ys), Math.max(...ys)];
  return strokes(...ys.map((y) => [left, y, right, y] as const), ...xs.map((x) => [x, bottom, x, top] as const));
}
