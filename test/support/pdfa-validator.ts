import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Where Debian's libpdfbox2-java, libactivation-java and libjaxb-api-java put their classes. */
const jars = ['preflight', 'pdfbox2', 'xmpbox', 'fontbox2', 'commons-logging', 'javax.activation', 'jaxb-api'].map(
  (name) => `/usr/share/java/${name}.jar`,
);

/** Whether the validator of Apache PDFBox is installed. */
export const hasValidator = existsSync('/usr/bin/java') && jars.every((jar) => existsSync(jar));

/**
 * What Apache PDFBox finds wrong with a file as PDF/A-1b (ISO 19005-1), a line each. There is no free validator of
 * PDF/A-2b among Debian's packages; part 2 forbids almost everything that part 1 forbids, and allows more.
 */
export async function pdfaErrors(bytes: Uint8Array): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'jianbao-pdfa-'));
  try {
    const file = join(folder, 'file.pdf');
    await writeFile(file, bytes);
    const validator = 'org.apache.pdfbox.preflight.Validator_A1b';
    const { stdout } = await promisify(execFile)('java', ['-cp', jars.join(':'), validator, file]).catch(
      (error: { stdout: string; stderr: string }) => {
        if (!error.stdout.includes('not a valid PDF/A-1b file')) throw new Error(error.stderr);
        return error;
      },
    );
    return stdout
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => /^\d/.test(line));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
