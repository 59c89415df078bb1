/** The command or call was used wrongly: an unknown district, a month that is none. Exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
