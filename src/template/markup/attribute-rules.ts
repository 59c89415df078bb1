/** How one attribute is written and what it means. An empty value counts as not written. */
export interface AttributeRule<T> {
  readonly required: boolean;
  /** What is allowed, for messages: `a number above 0`. */
  readonly expected: string;
  /** The meaning of a value; undefined where it has none. */
  read(value: string): T | undefined;
  /** The meaning of leaving it out; not asked where it is required. */
  readonly absent: T;
}

type Reader<T> = Pick<AttributeRule<T>, 'expected' | 'read'>;

export function required<const T>(reader: Reader<T>): AttributeRule<T> {
  // never handed out: reading a required attribute that is empty fails
  return { ...reader, required: true, absent: undefined as T };
}

export function optional<const T, const A>(reader: Reader<T>, absent: A): AttributeRule<T | A> {
  return { ...reader, required: false, absent };
}

export const words: Reader<string> = { expected: 'words', read: (value) => value };

export function oneOf<const T extends string>(values: readonly T[]): Reader<T> {
  return { expected: `one of ${values.join(', ')}`, read: (value) => values.find((v) => v === value) };
}

/** One or more words of a list, parted by spaces. */
export function someOf<const T extends string>(values: readonly T[]): Reader<readonly T[]> {
  return {
    expected: `one or more of ${values.join(', ')}`,
    read(value) {
      const found = value.split(' ').map((word) => values.find((v) => v === word));
      return found.every((word) => word !== undefined) ? found : undefined;
    },
  };
}

export const flag: Reader<boolean> = {
  expected: 'true or false',
  read: (value) => (value === 'true' ? true : value === 'false' ? false : undefined),
};

/** Kept as text: a decimal of a briefing is exact. */
export const decimal: Reader<string> = {
  expected: 'a decimal such as 9.2',
  read: (value) => (/^-?\d+(\.\d+)?$/.test(value) ? value : undefined),
};

export const width: Reader<number> = {
  expected: 'a number above 0',
  read: (value) => (/^\d+(\.\d+)?$/.test(value) && Number(value) > 0 ? Number(value) : undefined),
};

export const span: Reader<number> = {
  expected: 'a whole number from 1 to 1000',
  read: (value) => (/^[1-9]\d{0,2}$|^1000$/.test(value) ? Number(value) : undefined),
};

/** Sheet names of Excel have these limits, and a section becomes a sheet. */
export const sectionName: Reader<string> = {
  expected: String.raw`at most 31 characters without []:*?/\ and without ' at its ends`,
  read: (value) => (value.length <= 31 && !/[[\]:*?/\\]|^'|'$/.test(value) ? value : undefined),
};
