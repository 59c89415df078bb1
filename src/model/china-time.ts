/** China has one time of day, eight hours ahead of UTC, and no summer time since 1991: whatever zone a machine is set to. */
const ahead = 8 * 60 * 60 * 1000;

/** ISO UTC time → `2023-07-05`, the day in China. */
export function chinaDate(time: string): string {
  return shifted(time).slice(0, 10);
}

/** ISO UTC time → `2023-07-05 09:00` in China. */
export function chinaTime(time: string): string {
  return shifted(time).slice(0, 16).replace('T', ' ');
}

/** A day and a time of day in China, `2023-07-05` and `09:00` → ISO UTC time. */
export function chinaInstant(date: string, timeOfDay: string): string {
  return new Date(`${date}T${timeOfDay}+08:00`).toISOString();
}

function shifted(time: string): string {
  return new Date(new Date(time).getTime() + ahead).toISOString();
}
