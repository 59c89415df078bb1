import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { UsageError } from '../model/errors/usage-error.ts';
import type { Metrics } from './metrics.ts';

export interface MetricsServer {
  /** `127.0.0.1:9464` */
  readonly address: string;
  close(): Promise<void>;
}

/**
 * Answers `/metrics`, and `/healthz` with 200 as long as the last good look is not older than `patience` seconds, else with 503.
 * `address` is `127.0.0.1:9464`; UsageError where it cannot be had.
 */
export async function serveMetrics(address: string, metrics: Metrics, patience: number): Promise<MetricsServer> {
  const { host, port } = partsOf(address);
  const server = createServer(async ({ url, method }, response) => {
    const path = url?.split('?')[0];
    if (method !== 'GET' && method !== 'HEAD') response.writeHead(405).end();
    else if (path === '/metrics') {
      const text = await metrics.text();
      response.writeHead(200, { 'content-type': metrics.contentType }).end(text);
    } else if (path === '/healthz') {
      const since = Math.round(metrics.sinceGood());
      const well = since <= patience;
      response
        .writeHead(well ? 200 : 503, { 'content-type': 'text/plain' })
        .end(`${well ? 'ok' : 'stale'} ${since}s\n`);
    } else response.writeHead(404).end();
  });
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw cannotListen(address, error);
  }
  const bound = server.address() as AddressInfo;
  return {
    address: `${host}:${bound.port}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** `[::1]:9464` is an address too. */
function partsOf(address: string): { host: string; port: number } {
  const at = address.lastIndexOf(':');
  return { host: address.slice(0, at).replace(/^\[(.*)\]$/, '$1'), port: Number(address.slice(at + 1)) };
}

function cannotListen(address: string, error: unknown): UsageError {
  const why = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return new UsageError({
    'zh-CN': `service.metrics 的地址 ${address} 不能用（${why}）；请在 jianbao.yaml 中换一个端口，或删去这一项`,
    en: `the address ${address} of service.metrics cannot be used (${why}); take another port in jianbao.yaml, or take it out`,
  });
}
