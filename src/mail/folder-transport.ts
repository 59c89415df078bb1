import { join } from 'node:path';
import { Readable } from 'node:stream';
import { clearLeftovers, kindOf, publishFile, readBytes, tryWriting } from '../disk/files.ts';
import { FileError } from '../model/errors/file-error.ts';
import { keptText, type Message } from '../model/language.ts';
import type { Presence, RawMail, SendOutcome, Transport } from './transport.ts';

/**
 * Mails as `.eml` files in a folder, for trying out and for offices that send by hand. A mail's file has one name alone, so that one that is
 * written again replaces itself, and a look into the folder tells for certain whether a mail is there.
 */
export class FolderTransport implements Transport {
  readonly where: string;
  readonly certain = true;

  private tidied: Promise<void> | null = null;

  constructor(folder: string) {
    this.where = folder;
  }

  async send({ name, bytes }: RawMail): Promise<SendOutcome> {
    const path = fileNameOf(name);
    this.tidied ??= clearLeftovers(this.where);
    await this.tidied;
    try {
      // Staged in the folder itself, which may be a share of another machine.
      await publishFile(join(this.where, path), Readable.from([bytes]), async () => {});
      return { kind: 'sent', response: path, everyMail: false };
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      // Whether it was put in place or not: the next try writes the same file.
      return { kind: 'later', response: keptText(error.text), everyMail: true };
    }
  }

  async probe({ name, messageId }: Pick<RawMail, 'name' | 'messageId'>): Promise<Presence> {
    const path = join(this.where, fileNameOf(name));
    try {
      if ((await kindOf(path)) === null) return 'absent';
      return new TextDecoder().decode(await readBytes(path)).includes(messageId) ? 'arrived' : 'absent';
    } catch (error) {
      if (error instanceof FileError) return 'unknown';
      throw error;
    }
  }

  async check(): Promise<Message | null> {
    try {
      await tryWriting(this.where);
      return null;
    } catch (error) {
      if (error instanceof FileError) return error.text;
      throw error;
    }
  }

  async close(): Promise<void> {}
}

/** A name that Windows accepts too. */
export function fileNameOf(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: Windows refuses them in names
  return `${name.replaceAll(/[\\/:*?"<>|\u0000-\u001f]/g, '_').replace(/[. ]+$/, '')}.eml`;
}
