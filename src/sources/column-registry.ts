import { dirname, join } from 'node:path';
import { readTextIfThere } from '../disk/files.ts';
import { UsageError } from '../model/errors/usage-error.ts';
import type { SourceFile } from '../model/source-file.ts';
import { parseRegistry } from '../plan/registry/parse.ts';
import type { ColumnRegistry } from '../plan/registry/schema.ts';

/** The registry of columns that lies beside a plan, and its file. */
export interface LoadedRegistry {
  readonly registry: ColumnRegistry;
  readonly file: SourceFile;
}

const registryName = 'columns.yaml';

/** The `columns.yaml` beside a plan file; null where there is none. UsageError says what is wrong with it. */
export async function registryBeside(planPath: string): Promise<LoadedRegistry | null> {
  const path = join(dirname(planPath), registryName);
  const text = await readTextIfThere(path);
  if (text === null) return null;
  const parsed = parseRegistry(text);
  if ('registry' in parsed)
    return { registry: parsed.registry, file: { name: registryName, bytes: new TextEncoder().encode(text) } };
  throw new UsageError({
    'zh-CN': `列名登记表 ${path} 有误：${parsed.problem['zh-CN']}`,
    en: `the registry of columns ${path} is wrong: ${parsed.problem.en}`,
  });
}
