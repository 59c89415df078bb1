import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const hasPython = spawnSync('python3', ['--version']).status === 0;

/** A mail as Python's `email` reads it. */
export interface ParsedMail {
  readonly subject: string;
  readonly date: string;
  readonly messageId: string;
  readonly autoSubmitted: string;
  readonly from: readonly (readonly [string, string])[];
  readonly replyTo: readonly (readonly [string, string])[];
  readonly to: readonly (readonly [string, string])[];
  readonly cc: readonly (readonly [string, string])[];
  /** Media types of all parts, outermost first. */
  readonly structure: readonly string[];
  readonly text: string;
  readonly html: string;
  /** `strict`: name by RFC 2231; `loose`: by the encoded words of Content-Type. */
  readonly attachments: readonly { strict: string; loose: string; type: string; sha256: string }[];
  readonly defects: readonly string[];
}

export function parseMails(mails: readonly Uint8Array[]): ParsedMail[] {
  const folder = mkdtempSync(join(tmpdir(), 'jianbao-mails-'));
  try {
    const paths = mails.map((bytes, index) => {
      const path = join(folder, `${index}.eml`);
      writeFileSync(path, bytes);
      return path;
    });
    const script = fileURLToPath(new URL('./parse-mail.py', import.meta.url));
    const said = execFileSync('python3', [script, ...paths], { encoding: 'utf8', maxBuffer: 1e9 });
    return said
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as ParsedMail);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
