import { readFileSync } from 'node:fs';
import { readSource } from '../../src/readers/index.ts';

/** Reads a file in a process of its own; prints time and peak memory, and what the process needs before, as JSON. */
const path = process.argv[2] as string;
const bytes = readFileSync(path);
const startMb = process.resourceUsage().maxRSS / 1024;
const started = performance.now();
const { blocks } = readSource(bytes, path);
const wallMs = performance.now() - started;
const rows = blocks.reduce((sum, block) => sum + (block.kind === 'table' ? block.groups.flat().length : 0), 0);
process.stdout.write(JSON.stringify({ wallMs, peakMb: process.resourceUsage().maxRSS / 1024, startMb, rows }));
