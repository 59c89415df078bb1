const address = /[^\s@<>"'(),:;[\]\\]+@[\p{L}\p{N}][\p{L}\p{N}._-]*/gu;

/**
 * A text, as what a mail server answers, with its addresses blotted out: logs and the status name nobody. A Message-ID, which looks like
 * an address, is no person's and is kept.
 */
export function withoutAddresses(text: string): string {
  return text.replaceAll(address, (found) => (/^[0-9a-f]{40}@/.test(found) ? found : '[…]'));
}
