import { getDocument, OPS, PasswordException, PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { WorkerMessageHandler } from 'pdfjs-dist/legacy/build/pdf.worker.mjs';

export { getDocument, OPS, PasswordException };

interface Said {
  readonly action?: string;
  readonly callbackId?: number;
  readonly chunk?: { readonly fnArray?: readonly number[]; readonly argsArray?: readonly unknown[] };
}

type Listener = (event: { readonly data: Said }) => void;

/**
 * One end of the line between the library's two halves, the one that takes a file apart and the one that draws. Its own line
 * copies everything that passes, fonts too, which took a third of the time; here both halves hold the same objects.
 */
class End {
  #listeners = new Set<Listener>();
  #other: End | null = null;

  static pair(): [End, End] {
    const [a, b] = [new End(), new End()];
    a.#other = b;
    b.#other = a;
    return [a, b];
  }

  postMessage(said: Said): void {
    // Outlines of glyphs, fonts and pictures for drawing, which nobody does here and nobody waits for.
    if (said.callbackId === undefined && (said.action === 'commonobj' || said.action === 'obj')) return;
    const [data, other] = [kept(said), this.#other as End];
    queueMicrotask(() => {
      for (const listener of other.#listeners) listener({ data });
    });
  }

  addEventListener(_: string, listener: Listener, { signal }: { signal?: AbortSignal } = {}): void {
    this.#listeners.add(listener);
    signal?.addEventListener('abort', () => this.#listeners.delete(listener), { once: true });
  }

  removeEventListener(_: string, listener: Listener): void {
    this.#listeners.delete(listener);
  }

  terminate(): void {
    this.#listeners.clear();
  }
}

/** The half that takes files apart empties its lists of operators once it has sent them. */
function kept(said: Said): Said {
  const { fnArray, argsArray } = said.chunk ?? {};
  if (fnArray === undefined || argsArray === undefined) return said;
  return { ...said, chunk: { ...said.chunk, fnArray: [...fnArray], argsArray: [...argsArray] } };
}

/** A worker of the library that works in this thread and copies nothing; to be destroyed after its one file. */
export function workerInThread(): PDFWorker {
  const [here, there] = End.pair();
  WorkerMessageHandler.initializeFromPort(there);
  // The library's types know no port here.
  return new PDFWorker({ port: here as unknown as null, verbosity: 0 });
}
