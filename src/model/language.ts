/** Languages of what an operator reads; the documents themselves are Chinese. */
export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

/** One message in every language. */
export type Message = Readonly<Record<Language, string>>;

const parting = ' ‖ ';

/** A message as one text, `中文 ‖ English`, for what keeps texts: a response, a reason. */
export function keptText(message: Message): string {
  return languages.map((language) => message[language]).join(parting);
}

/** One language of a kept text; a text that is none, such as what a mail server says, as it is. */
export function fromKept(text: string, language: Language): string {
  const parts = text.split(parting);
  return parts.length === languages.length ? (parts[languages.indexOf(language)] ?? text) : text;
}
