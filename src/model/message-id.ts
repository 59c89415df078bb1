import { sha256 } from './sha256.ts';

/** The Message-ID of a mail, by its key in the outbox and the sender's domain: the same mail has the same one, however often it is tried. */
export function messageIdOf(key: string, domain: string): string {
  return `<${sha256(key).slice(0, 40)}@${domain}>`;
}
