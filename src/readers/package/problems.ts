import { defineProblem } from '../../model/diagnostic.ts';

/** What can be wrong with a package, before it is known to be a text or a workbook. */

/** How a package can be damaged. */
const damages = {
  'no-directory': {
    zh: '没有压缩包目录，多为下载不完整',
    en: 'it has no zip directory, mostly since a part was not downloaded',
  },
  'directory-cut': { zh: '压缩包目录不完整', en: 'its zip directory is cut' },
  'entry-header': { zh: '部件没有开头', en: 'the part has no header' },
  'entry-cut': { zh: '部件不完整', en: 'the part is cut' },
  'entry-size': { zh: '部件大小与目录不符', en: 'the part is not as large as the directory says' },
  'entry-packed': { zh: '部件无法解开', en: 'the part cannot be unpacked' },
  checksum: { zh: '部件校验和不符', en: 'the checksum of the part differs' },
} as const;
export type Damage = keyof typeof damages;

export const damagedFile = defineProblem<{ part: string; damage: Damage }>('file-damaged', 'error', {
  'zh-CN': (d) => ({
    message: `文件已损坏或不完整，无法读取（${[d.part, damages[d.damage].zh].filter(Boolean).join(' ')}）`,
    hint: '请重新下载或向报送单位索取；能打开的，用 Word、Excel 或 WPS 打开后另存一份再试。',
  }),
  en: (d) => ({
    message: `the file is damaged or incomplete: ${[d.part, damages[d.damage].en].filter(Boolean).join(': ')}`,
    hint: 'Fetch it again; if an office program opens it, save it anew and retry.',
  }),
});

/** What no office program writes. */
const distrusts = {
  outside: { zh: '名称指向包外', en: 'its name leaves the package' },
  twice: { zh: '名称重复', en: 'its name occurs twice' },
  compression: { zh: '压缩方式不明', en: 'its compression is unknown' },
  overlap: { zh: '与其他部件重叠', en: 'it overlaps another part' },
  'listed-twice': { zh: '作为工作表列出多次', en: 'it is listed as a sheet more than once' },
} as const;
export type Distrust = keyof typeof distrusts;

export const unsafeEntry = defineProblem<{ entry: string; distrust: Distrust }>('file-unsafe', 'error', {
  'zh-CN': (d) => ({
    message: `文件的压缩包结构不可信：${d.entry}（${distrusts[d.distrust].zh}）`,
    hint: '正常的 Office 文件不会如此；请核实来源，用 Word、Excel 或 WPS 打开后另存一份再试。',
  }),
  en: (d) => ({
    message: `the file is not a package to be trusted: ${d.entry}, ${distrusts[d.distrust].en}`,
    hint: 'No office program writes this; check where it comes from, open it in one and save it anew.',
  }),
});

export const encryptedFile = defineProblem<{ file: string }>('file-encrypted', 'error', {
  'zh-CN': () => ({
    message: '文件设有打开密码，无法读取',
    hint: '请打开文件，在“文件—信息—保护”中取消密码（WPS 在“审阅—文档加密”）后另存再试。',
  }),
  en: () => ({
    message: 'the file is protected by a password',
    hint: 'Open it, remove the password (File, Info, Protect) and save it.',
  }),
});

export const missingPart = defineProblem<{ file: string; part: string }>('file-part-missing', 'error', {
  'zh-CN': (d) => ({
    message: `文件缺少部件 ${d.part}，不是完整的 Office 文件`,
    hint: '请重新下载或索取；能打开的，用 Word、Excel 或 WPS 另存一份再试。',
  }),
  en: (d) => ({
    message: `the file lacks the part ${d.part}, so it is no complete office file`,
    hint: 'Fetch it again; if an office program opens it, save it anew and retry.',
  }),
});

export const brokenXml = defineProblem<{ file: string; part: string; reason: string }>('file-xml-broken', 'error', {
  'zh-CN': (d) => ({
    message: `部件 ${d.part} 的内容不是有效的 XML`,
    hint: '文件可能已损坏或含有非法字符；请用 Word、Excel 或 WPS 打开后另存一份再试。',
  }),
  en: (d) => ({
    message: `part ${d.part} is not well-formed: ${d.reason}`,
    hint: 'The file may be damaged or hold forbidden characters; open it in an office program and save it anew.',
  }),
});

export const forbiddenXml = defineProblem<{ file: string; part: string }>('file-xml-doctype', 'error', {
  'zh-CN': (d) => ({
    message: `部件 ${d.part} 带有文档类型声明，可能夹带实体攻击，已拒绝读取`,
    hint: '正常的 Office 文件没有这种声明；请核实来源，不要使用此文件。',
  }),
  en: (d) => ({
    message: `part ${d.part} declares a document type, which may carry entities; it was refused`,
    hint: 'No office program writes this; check where the file comes from.',
  }),
});

export const nestedTooDeep = defineProblem<{ file: string; part: string; limit: string }>('file-nested-deep', 'error', {
  'zh-CN': (d) => ({
    message: `部件 ${d.part} 嵌套超过${d.limit}层`,
    hint: '请把表格复制到新建的文件中再试；来历不明的文件请勿使用。',
  }),
  en: (d) => ({
    message: `part ${d.part} nests more than ${d.limit} levels`,
    hint: 'Copy the table into a new file; do not use a file of unknown origin.',
  }),
});

export const macros = defineProblem<{ file: string }>('file-macros', 'warning', {
  'zh-CN': () => ({
    message: '文件带有宏；宏不会运行，只读取文字和数字',
    hint: '请另存为不带宏的 .docx 或 .xlsx；来历不明的文件请勿打开。',
  }),
  en: () => ({
    message: 'the file has macros; they are never run, only words and figures were read',
    hint: 'Save it as .docx or .xlsx without macros.',
  }),
});
