import type { TextRun } from '../../model/document.ts';
import { html, type Markup } from './markup.ts';

/** Words with their look; a line break becomes `<br/>`. */
export function runsHtml(runs: readonly TextRun[]): Markup[] {
  return runs.map((run) => {
    const lines = run.text.split('\n').map((line, i) => (i === 0 ? html`${line}` : html`<br/>${line}`));
    const toned = run.tone === null ? html`${lines}` : html`<span class="tone-${run.tone}">${lines}</span>`;
    return run.strong ? html`<strong>${toned}</strong>` : toned;
  });
}
