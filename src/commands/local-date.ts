/** The day at the desk, as an ISO date: until eight in the morning in China, UTC has the day before. */
export function localDate(now: string): string {
  const date = new Date(now);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The day and the time of day at the desk, `2023-07-02 09:41`. */
export function localTime(now: string): string {
  const date = new Date(now);
  return `${localDate(now)} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
