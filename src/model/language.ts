/** Languages of what an operator reads; the documents themselves are Chinese. */
export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

/** One message in every language. */
export type Message = Readonly<Record<Language, string>>;
