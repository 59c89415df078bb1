/** A font as an office file holds it, and the key that undoes it. */
export interface ObfuscatedFont {
  readonly bytes: Uint8Array;
  /** `{8-4-4-4-12}` in capitals. */
  readonly key: string;
}

const keyLength = 16;

/**
 * ISO/IEC 29500-1, 17.8.1: the first 32 bytes are combined by exclusive or with the 16 bytes of a GUID, from the last to
 * the first, twice. The GUID is taken from the font itself, so that the same font gives the same bytes.
 */
export async function obfuscatedFont(font: Uint8Array): Promise<ObfuscatedFont> {
  const key = (await sha256(font)).slice(0, keyLength);
  const bytes = font.slice();
  for (let i = 0; i < 2 * keyLength; i += 1)
    bytes[i] = (bytes[i] as number) ^ (key[keyLength - 1 - (i % keyLength)] as number);
  const digits = hexadecimal(key);
  const groups = [
    digits.slice(0, 8),
    digits.slice(8, 12),
    digits.slice(12, 16),
    digits.slice(16, 20),
    digits.slice(20),
  ];
  return { bytes, key: `{${groups.join('-')}}` };
}

export async function sha256(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes.slice()));
}

/** In capitals. */
export function hexadecimal(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
}
