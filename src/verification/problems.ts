import { defineProblem } from '../model/diagnostic.ts';

/** What can be wrong with a finished file as a whole, and with what it is compared with. The place names the file. */

interface Packet extends Record<string, string> {
  audience: string;
  month: string;
}

export const fileChanged = defineProblem<Packet>('verify-file-changed', 'error', {
  'zh-CN': (d) => ({
    message: `在生成后被改动过（应为${d.audience} ${d.month} 的文件）`,
    hint: '能逐格核对的，改动之处见本文件的其他各条；请以输出文件夹中的原文件为准。',
  }),
  en: (d) => ({
    message: `was changed after it was made (for ${d.audience}, ${d.month})`,
    hint: 'What was changed is in the other lines on this file, if its cells can be compared; take the original.',
  }),
});

export const fileSavedAgain = defineProblem<Packet>('verify-file-saved-again', 'error', {
  'zh-CN': (d) => ({
    message: `在生成后被改动过，但逐格核对，文字和数字与${d.audience} ${d.month} 的文件没有不同`,
    hint: '多为用办公软件打开后另存；它不是原文件，请以输出文件夹中的原文件为准。',
  }),
  en: (d) => ({
    message: `was changed after it was made, but has all words and figures of the file for ${d.audience}, ${d.month}`,
    hint: 'Probably an office program saved it again. It is not the original; take that from the output folder.',
  }),
});

export const otherFile = defineProblem<{ audience: string; path: string }>('verify-file-of-other', 'error', {
  'zh-CN': (d) => ({
    message: `其实是${d.audience}的文件（${d.path}）`,
    hint: '文件放错了位置或发错了对象；请换回应有的文件。',
  }),
  en: (d) => ({
    message: `is in fact the file of ${d.audience} (${d.path})`,
    hint: 'It was put in the wrong place or sent to the wrong reader; put the right one there.',
  }),
});

export const fileMissing = defineProblem('verify-file-missing', 'error', {
  'zh-CN': () => ({ message: '在清单中，但文件不在了', hint: '请从备份恢复，或重新生成该月简报。' }),
  en: () => ({
    message: 'is in the manifest but is gone',
    hint: 'Restore it from a backup, or make the month again.',
  }),
});

export const fileUnlisted = defineProblem('verify-file-unlisted', 'error', {
  'zh-CN': () => ({
    message: '不在清单中',
    hint: '它不是与清单一同生成的文件，可能是以前留下或他人放入的；请核实后移走。',
  }),
  en: () => ({
    message: 'is not in the manifest',
    hint: 'It was not made with the others: left from an earlier run, or put there. Check it and move it away.',
  }),
});

export const noManifest = defineProblem<{ tables: string; cells: string }>('verify-no-manifest', 'error', {
  'zh-CN': (d) => ({
    message: `没有清单可对照，无法判断是否被改动过；只看了能否打开：读出 ${d.tables} 张表、${d.cells} 格`,
    hint: '请用 --against 指明生成它的输出文件夹，如 --against output/2023-06。',
  }),
  en: (d) => ({
    message: `has no manifest, so nobody can tell whether it was changed; it opens, with ${d.tables} table(s) and ${d.cells} cells`,
    hint: 'Name the output folder it was made in: --against output/2023-06.',
  }),
});

export const notInManifest = defineProblem<{ manifest: string }>('verify-not-in-manifest', 'error', {
  'zh-CN': (d) => ({
    message: `在 ${d.manifest} 中没有内容相同或名称相同的文件`,
    hint: '请核对月份和输出文件夹；改过名的，请改回原名再试。',
  }),
  en: (d) => ({
    message: `is like no file in ${d.manifest}, neither by content nor by name`,
    hint: 'Check month and folder; if the file was renamed, give it its old name.',
  }),
});

export const manifestUnreadable = defineProblem('verify-manifest-unreadable', 'error', {
  'zh-CN': () => ({
    message: '不是本程序这一版写出的清单，或已损坏',
    hint: '请从备份恢复清单，或重新生成该月简报。',
  }),
  en: () => ({
    message: 'is no manifest of this version of the program, or is damaged',
    hint: 'Restore it from a backup, or make the month again.',
  }),
});

export const manifestChanged = defineProblem('verify-manifest-changed', 'error', {
  'zh-CN': () => ({
    message: '这份清单在生成后被改动过，以它为据的结论都不可靠',
    hint: '请从备份恢复清单，或重新生成该月简报。',
  }),
  en: () => ({
    message: 'is a manifest that was changed after it was made; nothing that rests on it is certain',
    hint: 'Restore it from a backup, or make the month again.',
  }),
});

const modelHint = {
  'zh-CN': '简报文件是否被改动过仍以 SHA-256 判断；要逐格核对，请恢复这个核对文件或重新生成该月简报。',
  en: 'SHA-256 still tells whether a briefing was changed; to compare cells, restore this file or make the month again.',
} as const;

export const modelMissing = defineProblem('verify-model-missing', 'error', {
  'zh-CN': () => ({ message: '这个核对文件不在了，无法逐格核对', hint: modelHint['zh-CN'] }),
  en: () => ({ message: 'is gone, so cells cannot be compared', hint: modelHint.en }),
});

export const modelChanged = defineProblem('verify-model-changed', 'error', {
  'zh-CN': () => ({ message: '这个核对文件在生成后被改动过，无法逐格核对', hint: modelHint['zh-CN'] }),
  en: () => ({ message: 'was changed after it was made, so cells cannot be compared', hint: modelHint.en }),
});

export const modelOfOtherVersion = defineProblem('verify-model-version', 'error', {
  'zh-CN': () => ({ message: '这个核对文件由另一版本的程序写出，无法逐格核对', hint: modelHint['zh-CN'] }),
  en: () => ({ message: 'is of another version of the program, so cells cannot be compared', hint: modelHint.en }),
});

const snapshotHint = {
  'zh-CN': '简报文件本身仍以 SHA-256 判断；要据以重新生成，请从备份或数据库恢复这个快照。',
  en: 'SHA-256 still tells whether a briefing was changed; to render it again, restore the snapshot from a backup or the database.',
} as const;

export const snapshotMissing = defineProblem('verify-snapshot-missing', 'error', {
  'zh-CN': () => ({ message: '这个数据快照不在了，不能据以重新生成简报', hint: snapshotHint['zh-CN'] }),
  en: () => ({ message: 'is a snapshot that is gone; its briefings cannot be rendered again', hint: snapshotHint.en }),
});

export const snapshotChanged = defineProblem('verify-snapshot-changed', 'error', {
  'zh-CN': () => ({ message: '这个数据快照已损坏或被改动过，不能据以重新生成简报', hint: snapshotHint['zh-CN'] }),
  en: () => ({
    message: 'is a snapshot that is damaged or was changed; its briefings cannot be rendered again',
    hint: snapshotHint.en,
  }),
});

export const formatUnverified = defineProblem('verify-format-unknown', 'error', {
  'zh-CN': () => ({ message: '的格式不能逐格核对', hint: '可以逐格核对的格式：.pdf、.docx、.xlsx、.html、.csv。' }),
  en: () => ({
    message: 'is of a format whose cells cannot be compared',
    hint: 'Known: .pdf, .docx, .xlsx, .html, .csv.',
  }),
});
