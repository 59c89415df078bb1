import fc from 'fast-check';
import { expect, it } from 'vitest';
import { empty, onEachLedger } from '../support/ledgers.ts';
import { allowedMoves, type OutboxModel, outboxCommands } from './models/outbox-model.ts';
import { allowedRunMoves, type RunsModel, runsCommands } from './models/runs-model.ts';

const numRuns = Number(process.env['JIANBAO_RUNS'] ?? 12);
const manyCommands = { maxCommands: 60, size: 'max' } as const;

/**
 * Several programs do whatever they may at any moment, in any order. That one is killed is no command: it simply never ends what it
 * had claimed, and comes back, or not, when its lease is over.
 */
onEachLedger('whatever programs do', (ground) => {
  it('each mail goes its way, and is claimed again only after it was refused or its doubt was resolved', async () => {
    const { ledger, database } = ground();
    await fc.assert(
      fc.asyncProperty(fc.commands(outboxCommands, manyCommands), async (commands) => {
        await empty(database);
        const model: OutboxModel = { clock: 0, mails: [], claims: [] };
        await fc.asyncModelRun(() => ({ model, real: ledger }), commands);
        const found = await ledger.outbox.list({});
        expect(found.map(({ key, state, attempt, owner }) => ({ key, state, attempt, owner }))).toEqual(
          model.mails.map(({ key, state, attempt, owner }) => ({ key, state, attempt, owner })),
        );
        for (const { id, state, attempt } of found) {
          const events = await ledger.outbox.events(id);
          expect(events.map(({ from, to }) => `${from} → ${to}`).filter((move) => !allowedMoves.has(move))).toEqual([]);
          expect(events.slice(1).map(({ from }) => from)).toEqual(events.slice(0, -1).map(({ to }) => to));
          expect(events.at(-1)?.to).toBe(state);
          expect(events.filter(({ to }) => to === 'sending')).toHaveLength(attempt);
        }
        expect(await ledger.audit.firstChanged()).toBeNull();
      }),
      { numRuns },
    );
  });

  it('each step of a month runs once, by one program at a time, and is done only when its tasks are', async () => {
    const { ledger, database } = ground();
    await fc.assert(
      fc.asyncProperty(fc.commands(runsCommands, manyCommands), async (commands) => {
        await empty(database);
        const model: RunsModel = { clock: 0, runs: new Map(), fences: [], paused: new Set() };
        await fc.asyncModelRun(() => ({ model, real: ledger }), commands);
        const found = await ledger.runs.list({});
        expect(found.map(({ step, state, attempt, owner }) => ({ step, state, attempt, owner }))).toEqual(
          [...model.runs].sort().map(([step, { state, attempt, owner }]) => ({ step, state, attempt, owner })),
        );
        for (const { id, step, produced } of found) {
          const tasks = await ledger.runs.tasks(id);
          expect(tasks.map(({ key, state }) => [key, state])).toEqual([...(model.runs.get(step)?.tasks ?? [])]);
          // What was done stays done, and with it its mail, once.
          expect(tasks.filter(({ state }) => state === 'done')).toHaveLength(produced);
          const moves = (await ledger.audit.list({ subject: id })).map(({ action }) => action.slice('run.'.length));
          const pairs = moves.map((to, index) => `${moves[index - 1] ?? 'none'} → ${to}`);
          expect(pairs.filter((pair) => !allowedRunMoves.has(pair))).toEqual([]);
        }
        const finished = found.flatMap(({ id, step }) =>
          [...(model.runs.get(step)?.tasks ?? [])]
            .filter(([, state]) => state === 'done')
            .map(([key]) => `${id}/${key}`),
        );
        expect((await ledger.outbox.list({})).map(({ key }) => key).sort()).toEqual(finished.sort());
        expect(await ledger.audit.firstChanged()).toBeNull();
      }),
      { numRuns },
    );
  });
});
