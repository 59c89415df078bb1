/** Where what is done is told, one line a thing; pino's loggers are such. Fields name no person and no address. */
export interface Log {
  debug(fields: LogFields, text: string): void;
  info(fields: LogFields, text: string): void;
  warn(fields: LogFields, text: string): void;
  error(fields: LogFields, text: string): void;
}

export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;
