import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseOwnDays } from '../../src/calendar/own-days.ts';
import { readPlanFile } from '../../src/month/pipeline.ts';
import { dataFolderSchema } from '../../src/office/config.ts';
import { configText } from '../../src/starting/config-text.ts';
import { planReaders, readersWithoutAddress } from '../../src/starting/plan-readers.ts';
import { blankAddresses, sampleAddresses } from '../../src/starting/recipient-lines.ts';
import { planFile } from '../support/plan-2023.ts';
import { keysOf } from '../support/schema-keys.ts';

const seed = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../seeds/office/${name}`, import.meta.url)), 'utf8');
const commented = seed('jianbao.yaml');
const plan = readPlanFile(planFile, null).plan;
if (plan === null) throw new Error('the sample plan cannot be read');
const readers = planReaders(plan);
const sample = configText(commented, {
  since: '2023-01',
  readers: sampleAddresses(readers),
  office: ['dc@city.example'],
  signer: ['leader@city.example'],
});
const settingsIn = (text: string) => dataFolderSchema.parse(parse(text, { stringKeys: true }));

/** What a person does who takes the # away from every setting that is switched off. */
const switchedOn = (text: string) => text.replaceAll(/^#(?=(?: {2})*(?:[A-Za-z'-]|\S+:))/gm, '');

describe('the first settings of an office', () => {
  it('leave no blank unfilled', () => {
    expect(sample).not.toContain('{{');
  });

  it('are settings that the program takes, with everybody who reads', () => {
    const { schedule, mail, recipients, service, signoff } = settingsIn(sample);
    expect(schedule?.since).toBe('2023-01');
    expect(Object.keys(schedule?.steps ?? {})).toEqual([
      ...['forms', 'remind', 'remind-2', 'escalate', 'close', 'draft', 'ask', 'deliver', 'archive'],
    ]);
    expect([mail?.transport, signoff, service.every]).toEqual(['folder', 'person', 30]);
    expect(Object.keys(recipients.readers)).toEqual(readers);
    expect(readersWithoutAddress(plan, recipients)).toEqual([]);
    const addresses = Object.values(recipients.readers).flatMap(({ to, liaisons }) => [...to, ...(liaisons ?? [])]);
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(addresses.filter((address) => !address.endsWith('@city.example'))).toEqual([]);
  });

  it('say every setting that there is', () => {
    const unsaid = [...keysOf(dataFolderSchema)].filter(
      (key) => !new RegExp(`\\b${key}: `).test(sample) && !sample.includes(`${key}:\n`),
    );
    // Where it was once; whoever writes it is told.
    expect(unsaid).toEqual([]);
  });

  it('are right too with everything switched on', () => {
    const on = switchedOn(sample);
    const { mail, settings, plan: file } = settingsIn(on);
    expect(mail?.smtp?.host).toBe('smtp.city.example');
    expect(mail?.imap?.folders).toEqual(['INBOX', 'Sent']);
    expect(settings.pace.targets['13.1']?.nodes?.['6']).toBe('50%');
    expect(file).toBe('附件2.docx');
    expect(on.split('\n').length).toBe(sample.split('\n').length);
  });

  it('show what holds where nothing is said', () => {
    const said = settingsIn(switchedOn(sample)).settings;
    const usual = dataFolderSchema.parse({}).settings;
    expect(said.lights).toEqual(usual.lights);
    const { cutoffDay, returnDay, issueDay, issuer, audience } = usual;
    expect(said).toMatchObject({ cutoffDay, returnDay, issueDay, issuer, audience });
    expect(settingsIn(sample).settings).toEqual({ ...usual, copies: said.copies });
  });

  it('wait for addresses with a plan of the office’s own, and for readers without one', () => {
    const own = { since: '2024-03' as const, office: [], signer: [] };
    const listed = settingsIn(configText(commented, { ...own, readers: blankAddresses(readers) }));
    expect(readersWithoutAddress(plan, listed.recipients)).toEqual(readers);
    const none = settingsIn(configText(commented, { ...own, readers: null }));
    expect([none.recipients.readers, none.schedule?.since]).toEqual([{}, '2024-03']);
  });

  it('come with a calendar that says nothing until somebody writes into it', () => {
    const text = seed('工作日.yaml');
    expect(parseOwnDays(text)).toEqual({ days: { years: [], off: new Map(), work: new Map() } });
    const on = parseOwnDays(switchedOn(text));
    expect('days' in on && on.days.years).toEqual([2027]);
  });
});
