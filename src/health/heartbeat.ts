/** Seconds after which nobody waits for an answer any more. */
const patience = 10;

/** Calls a URL with GET, so that somebody notices when the calls stop. Null where it was answered well, else what was wrong; it never throws. */
export async function beat(url: string): Promise<string | null> {
  try {
    const { ok, status, body } = await fetch(url, { signal: AbortSignal.timeout(patience * 1000), redirect: 'follow' });
    await body?.cancel();
    return ok ? null : `HTTP ${status}`;
  } catch (error) {
    return error instanceof Error
      ? error.cause instanceof Error
        ? error.cause.message
        : error.message
      : String(error);
  }
}
