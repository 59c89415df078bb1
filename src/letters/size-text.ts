/** `245 KB`, `12.5 MB`, of 1000 and 1,000,000 bytes as the settings count them; never 0 KB. */
export function sizeText(bytes: number): string {
  return bytes < 999_500 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
