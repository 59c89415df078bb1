import { replaceFolder } from '../disk/folders.ts';
import { locateFonts } from '../house-style/fonts.ts';
import { ownTemplates } from '../house-style/house-style.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { ManifestPacket } from '../publishing/manifest.ts';
import { editionFiles } from '../publishing/publish-edition.ts';
import { type OnProgress, renderSnapshot } from '../publishing/render.ts';
import type { Frozen } from '../snapshot/snapshot-file.ts';
import { shelfOf } from '../sources/store-shelf.ts';
import type { Format } from '../writers/index.ts';
import { openPress, type Press } from '../writing/press.ts';
import { keptEdition } from './kept-edition.ts';
import type { SigningOffice } from './places.ts';
import { packetsOf } from './whole-edition.ts';

export interface EditionToRender {
  /** Empty for all that the edition is for. */
  readonly audiences: readonly string[];
  readonly formats: readonly Format[];
  readonly onProgress?: OnProgress | undefined;
  /** The caller's own, which stays open; left out for one of this rendering. */
  readonly press?: Press | undefined;
}

/** Renders an edition that goes by 审签. The errors of rendering. */
export async function renderEdition(
  { templates }: Pick<SigningOffice, 'templates'>,
  frozen: Frozen,
  asked: EditionToRender,
) {
  const { style } = frozen.snapshot.inputs;
  const fonts = await locateFonts(style, [...(templates === null ? [] : [templates]), ownTemplates]);
  const press = asked.press ?? openPress(asked.formats);
  try {
    return await renderSnapshot(press, frozen, { ...asked, fonts });
  } finally {
    if (asked.press === undefined) await press.close();
  }
}

/** Renders a draft into its folder in place of the one before, which nobody signed. */
export async function writeDraft(
  office: SigningOffice,
  frozen: Frozen,
  { folder, now, ...asked }: EditionToRender & { readonly folder: string; readonly now: string },
): Promise<{ packets: ManifestPacket[]; diagnostics: readonly Diagnostic[]; sample: boolean }> {
  const { packets, diagnostics, month } = await renderEdition(office, frozen, asked);
  await shelfOf(office.store, now).keep(keptEdition(frozen, packets));
  const { manifest, files } = editionFiles(frozen, packets, frozen.snapshot.inputs.sources, null);
  await replaceFolder(folder, files);
  return { packets: packetsOf(manifest, frozen.hash), diagnostics, sample: month.sample };
}
