/** Ids of targets as the data of a finding, by their numbers, so that moving a row changes nothing: 1.2、1.10、3.1. */
export function listOf(ids: readonly string[]): string {
  return [...ids].sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).join('、');
}
