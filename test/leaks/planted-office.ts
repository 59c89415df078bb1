import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { withPart } from '../support/changed-package.ts';

type Plant = (bytes: Uint8Array, text: string) => Uint8Array;

/** A package with one more part. */
function withNewPart(bytes: Uint8Array, name: string, content: Uint8Array): Uint8Array {
  return zipSync({ ...unzipSync(bytes), [name]: content });
}

function insertedBefore(part: RegExp, mark: string, xml: (text: string) => string): Plant {
  return (bytes, text) => withPart(bytes, part, (source) => source.replace(mark, `${xml(text)}${mark}`));
}

const run = (text: string, look = '') => `<w:r><w:rPr>${look}</w:rPr><w:t>${text}</w:t></w:r>`;
const halves = (text: string) => [text.slice(0, 3), text.slice(3)] as const;

/** Where words can stand in a Word file. */
export const wordPlaces: Readonly<Record<string, Plant>> = {
  'in a paragraph': insertedBefore(/^word\/document\.xml$/, '<w:sectPr', (text) => `<w:p>${run(text)}</w:p>`),
  'in two runs of unlike look': insertedBefore(/^word\/document\.xml$/, '<w:sectPr', (text) => {
    const [first, rest] = halves(text);
    return `<w:p>${run(first, '<w:b/>')}${run(rest)}</w:p>`;
  }),
  'as hidden text': insertedBefore(
    /^word\/document\.xml$/,
    '<w:sectPr',
    (text) => `<w:p>${run(text, '<w:vanish/>')}</w:p>`,
  ),
  'as deleted text': insertedBefore(
    /^word\/document\.xml$/,
    '<w:sectPr',
    (text) => `<w:p><w:del w:id="1" w:author="a"><w:r><w:delText>${text}</w:delText></w:r></w:del></w:p>`,
  ),
  'in a page footer': insertedBefore(/^word\/footer1\.xml$/, '</w:ftr>', (text) => `<w:p>${run(text)}</w:p>`),
  'in a footnote': insertedBefore(/^word\/footnotes\.xml$/, '</w:footnotes>', (text) => `<w:p>${run(text)}</w:p>`),
  'in a field': insertedBefore(
    /^word\/document\.xml$/,
    '<w:sectPr',
    (text) => `<w:p><w:r><w:instrText> COMMENTS "${text}" </w:instrText></w:r></w:p>`,
  ),
  'in a part of comments': (bytes, text) =>
    withNewPart(
      bytes,
      'word/comments.xml',
      strToU8(`<w:comments><w:comment w:id="1"><w:p>${run(text)}</w:p></w:comment></w:comments>`),
    ),
  'in a part that nothing refers to': (bytes, text) =>
    withNewPart(bytes, 'word/old.xml', strToU8(`<a><b>${text}</b></a>`)),
  'in a comment of the XML': insertedBefore(/^word\/document\.xml$/, '<w:sectPr', (text) => `<!-- ${text} -->`),
  'in its properties': (bytes, text) =>
    withPart(bytes, /core\.xml$/, (xml) =>
      xml.replace('</cp:coreProperties>', `<dc:description>${text}</dc:description></cp:coreProperties>`),
    ),
  'in a property of its own': (bytes, text) =>
    withPart(bytes, /custom\.xml$/, (xml) =>
      xml.replace(
        /<Properties([^>]*?)\/?>(<\/Properties>)?$/,
        `<Properties$1><property name="a"><vt:lpwstr>${text}</vt:lpwstr></property></Properties>`,
      ),
    ),
  'in an alternative text': (bytes, text) =>
    withPart(bytes, /^word\/document\.xml$/, (xml) => xml.replace(/<wp:docPr /, `<wp:docPr descr="${text}" `)),
  'in a chart': (bytes, text) =>
    withPart(bytes, /charts\/chart1\.xml$/, (xml) => xml.replace('<c:v>5月</c:v>', `<c:v>${text}</c:v>`)),
  'in the workbook of a chart': (bytes, text) => {
    const parts = unzipSync(bytes);
    const name = Object.keys(parts).find((part) => part.endsWith('.xlsx')) as string;
    const inner = unzipSync(parts[name] as Uint8Array);
    inner['xl/extra.xml'] = strToU8(`<a><t>${text}</t></a>`);
    return zipSync({ ...parts, [name]: zipSync(inner) });
  },
};

/** A row beyond the others with one cell in it. */
function row(number: number, cell: string, attributes = ''): string {
  return `<row r="${number}" ${attributes}>${cell}</row>`;
}

const inline = (ref: string) => (text: string) => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;

/** Where words can stand in a workbook. */
export const sheetPlaces: Readonly<Record<string, Plant>> = {
  'in a cell': insertedBefore(/sheet4\.xml$/, '</sheetData>', (text) => row(999, inline('B999')(text))),
  'in a hidden row': insertedBefore(/sheet4\.xml$/, '</sheetData>', (text) =>
    row(999, inline('B999')(text), 'hidden="1"'),
  ),
  'as a saved result': insertedBefore(/sheet4\.xml$/, '</sheetData>', (text) =>
    row(999, `<c r="B999" t="str"><f>A1</f><v>${text}</v></c>`),
  ),
  'in a formula': insertedBefore(/sheet4\.xml$/, '</sheetData>', (text) =>
    row(999, `<c r="B999"><f>LEN("${text}")</f><v>1</v></c>`),
  ),
  'in a string that no cell has': (bytes, text) =>
    withPart(bytes, /sharedStrings\.xml$/, (xml) => xml.replace('</sst>', `<si><t>${text}</t></si></sst>`)),
  'in a note': (bytes, text) =>
    withPart(bytes, /comments4\.xml$/, (xml) =>
      xml.replace(
        '</commentList>',
        `<comment ref="C3" authorId="0"><text><t>${text}</t></text></comment></commentList>`,
      ),
    ),
  'in a hidden sheet': (bytes, text) => {
    const sheet = `<worksheet><sheetData>${row(1, inline('A1')(text))}</sheetData></worksheet>`;
    const listed = withPart(bytes, /^xl\/workbook\.xml$/, (xml) =>
      xml.replace('</sheets>', '<sheet name="x" sheetId="99" state="veryHidden" r:id="rId99"/></sheets>'),
    );
    const related = withPart(listed, /workbook\.xml\.rels$/, (xml) =>
      xml.replace(
        '</Relationships>',
        '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet99.xml"/></Relationships>',
      ),
    );
    return withNewPart(related, 'xl/worksheets/sheet99.xml', strToU8(sheet));
  },
  'in a defined name': (bytes, text) =>
    withPart(bytes, /^xl\/workbook\.xml$/, (xml) =>
      xml.replace('</definedNames>', `<definedName name="a">"${text}"</definedName></definedNames>`),
    ),
  'in its properties': (bytes, text) =>
    withPart(bytes, /core\.xml$/, (xml) =>
      xml.replace('</cp:coreProperties>', `<dc:description>${text}</dc:description></cp:coreProperties>`),
    ),
  'in a chart': (bytes, text) =>
    withPart(bytes, /charts\/chart1\.xml$/, (xml) => xml.replace('<c:v>5月</c:v>', `<c:v>${text}</c:v>`)),
  'in the description of a chart': (bytes, text) =>
    withPart(bytes, /drawings\/drawing1\.xml$/, (xml) => xml.replace(/descr="/, `descr="${text}`)),
  'in a part in UTF-16': (bytes, text) =>
    withNewPart(bytes, 'xl/old.xml', Uint8Array.from(Buffer.from(`\ufeff<a><t>${text}</t></a>`, 'utf16le'))),
};

/** Where words can stand in a page. */
export const pagePlaces: Readonly<Record<string, Plant>> = Object.fromEntries(
  Object.entries({
    'in a paragraph': (text: string) => `<p>${text}</p>`,
    'in a paragraph that is not shown': (text: string) => `<p style="display:none">${text}</p>`,
    'in two elements': (text: string) => `<p><b>${halves(text)[0]}</b><span>${halves(text)[1]}</span></p>`,
    'in a comment': (text: string) => `<!-- ${text} -->`,
    'in a remark': (text: string) => `<p title="${text}">1</p>`,
    'in a script': (text: string) => `<script>var a = "${text}"</script>`,
    'in entities': (text: string) => `<p>${[...text].map((one) => `&#${one.codePointAt(0)};`).join('')}</p>`,
    'in full-width letters and with blanks': (text: string) =>
      `<p>${[...text].map((one) => `${one}\u200b `).join('')}</p>`,
  }).map(([name, html]) => [
    name,
    (bytes: Uint8Array, text: string) => strToU8(strFromU8(bytes).replace('</main>', `${html(text)}</main>`)),
  ]),
);
