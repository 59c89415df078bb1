import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const src = fileURLToPath(new URL('../../src', import.meta.url));

/** The house, from the cellar up. A room is a folder or a file directly in src. */
const floors: readonly (readonly string[])[] = [
  ['model'],
  ['calendar', 'readers', 'plan', 'returns', 'checks', 'decisions', 'analysis', 'template', 'writers'],
  [
    'briefings',
    'forms',
    'intake',
    'provenance',
    'verify',
    'snapshot',
    'corrections',
    'leaks',
    'letters',
    'packing',
    'schedule',
    'month',
  ],
  ['disk', 'house-style'],
  ['mail', 'store', 'writing'],
  [
    'office',
    'sources',
    'deciding',
    'publishing',
    'verification',
    'gates',
    'delivery',
    'signing',
    'running',
    'health',
    'starting',
    'jobs',
    'program-version.ts',
  ],
  ['cli', 'commands', 'cli.ts', 'launch.ts', 'index.ts'],
];
/** On these floors a folder knows nothing of its neighbours. */
const partitioned = [1, 4];
/** Below this floor nothing reads a clock, a disk, a network, the environment or chance. */
const pureBelow = 3;

const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
const imports = new Map(files.map((file) => [file, importsOf(file)]));

function importsOf(file: string): string[] {
  const text = readFileSync(join(src, file), 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(([, path]) =>
    relative(src, join(src, dirname(file), path as string)),
  );
}

function roomOf(file: string): string {
  return file.split('/')[0] as string;
}

function floorOf(file: string): number {
  return floors.findIndex((rooms) => rooms.includes(roomOf(file)));
}

describe('the house', () => {
  it('has a floor for every room', () => {
    expect(files.filter((file) => floorOf(file) < 0)).toEqual([]);
  });

  it('has every file that is imported', () => {
    const missing = [...imports].flatMap(([file, targets]) =>
      targets.filter((target) => !imports.has(target)).map((target) => `${file} → ${target}`),
    );
    expect(missing).toEqual([]);
  });

  it('imports downward only', () => {
    const upward = [...imports].flatMap(([file, targets]) =>
      targets.filter((target) => floorOf(target) > floorOf(file)).map((target) => `${file} → ${target}`),
    );
    expect(upward).toEqual([]);
  });

  it('has walls between the folders of one floor', () => {
    const sideways = [...imports].flatMap(([file, targets]) =>
      targets
        .filter((target) => partitioned.includes(floorOf(file)) && floorOf(target) === floorOf(file))
        .filter((target) => roomOf(target) !== roomOf(file) && !roomOf(target).endsWith('.ts'))
        .map((target) => `${file} → ${target}`),
    );
    expect(sideways).toEqual([]);
  });

  it('has no circle of imports', () => {
    const done = new Set<string>();
    const circles: string[] = [];
    const walk = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
      if (done.has(file) || path.includes(file)) return;
      for (const target of imports.get(file) ?? []) walk(target, [...path, file]);
      done.add(file);
    };
    for (const file of files) walk(file, []);
    expect(circles).toEqual([]);
  });

  it('keeps clock, disk, network, environment and chance above the second floor', () => {
    const impure =
      /from 'node:(?!zlib'|module')|\bprocess\.|Date\.now|new Date\(\)|Math\.random|performance\.now|\bfetch\(/;
    // A digest is arithmetic; everything else in that module deals in chance and secrets.
    const textOf = (file: string) =>
      readFileSync(join(src, file), 'utf8').replace("import { createHash } from 'node:crypto';", '');
    const found = files.filter((file) => floorOf(file) < pureBelow && impure.test(textOf(file)));
    expect(found).toEqual([]);
  });

  it('has small files', () => {
    const long = files.filter((file) => readFileSync(join(src, file), 'utf8').split('\n').length > 251);
    expect(long).toEqual([]);
  });
});
