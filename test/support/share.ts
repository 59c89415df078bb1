import fc from 'fast-check';

/** A place in anything, 0 ≤ share < 1, each as likely. `fc.double` draws among the doubles, nine in ten of them next to 0. */
export const share: fc.Arbitrary<number> = fc.nat(999_999).map((millionths) => millionths / 1_000_000);
