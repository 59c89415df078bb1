/** The day at the desk, as an ISO date: until eight in the morning in China, UTC has the day before. */
export function localDate(now: string): string {
  const date = new Date(now);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
