import { describe, expect, it } from 'vitest';
import { loadLetters } from '../../src/house-style/mail-templates.ts';
import { composeLetter, type WrittenLetter } from '../../src/letters/compose-letter.ts';
import { type SampleLetter, sampleLetters } from './sample-facts.ts';

const { style } = await loadLetters(null);

function written({ kind, facts }: SampleLetter): WrittenLetter {
  return composeLetter(kind, facts as never, style);
}

describe('letters', () => {
  it.each(sampleLetters.map((sample) => [sample.name, sample] as const))(
    'read as reviewed: %s',
    async (name, sample) => {
      const { subject, text, html } = written(sample);
      await expect(`主题：${subject}\n\n${text}`).toMatchFileSnapshot(`golden/${name}.txt`);
      await expect(html).toMatchFileSnapshot(`golden/${name}.html`);
    },
  );
});
