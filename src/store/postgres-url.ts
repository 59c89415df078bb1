/** Whether a place is a PostgreSQL database; everything else is the path of a SQLite file. */
export function isPostgresUrl(place: string): boolean {
  return /^postgres(ql)?:\/\//.test(place);
}
