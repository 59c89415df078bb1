import { z } from 'zod';

/** `service`: what a running server tells of itself. */
export const serviceSettings = z.strictObject({
  /** Seconds between two looks at what is due. */
  every: z.number().int().min(1).max(3600).default(30),
  /** Called with GET after each look that went well, so that somebody notices when none does any more. */
  heartbeat: z.url('不是网址 | is no URL').optional(),
  /** `127.0.0.1:9464`: where /metrics and /healthz answer; left out for nowhere. */
  metrics: z
    .string()
    .regex(/^[^:\s]+:\d+$/, '应写成 127.0.0.1:9464 的样子 | must look like 127.0.0.1:9464')
    .optional(),
  log: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
});

export type ServiceSettings = z.infer<typeof serviceSettings>;
