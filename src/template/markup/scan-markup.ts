import { type Statement, statementsOf } from '../syntax.ts';
import { failAt } from '../template-place.ts';
import { ContentScan } from './scan-content.ts';
import { inText, type MarkupState, type MarkupToken, samePart, type WrittenAttribute } from './tokens.ts';

/** Where `{{ }}` prints: into text, or into an attribute. */
export interface PrintPlace {
  readonly attribute: WrittenAttribute | null;
}

/** The markup of one file, by the statements that hold it. */
export interface MarkupScan {
  readonly tokens: ReadonlyMap<hbs.AST.ContentStatement, readonly MarkupToken[]>;
  readonly prints: ReadonlyMap<hbs.AST.MustacheStatement, PrintPlace>;
}

/**
 * Reads the tags that the text of a template writes, branch by branch: data are escaped, so every tag comes from
 * there. A branch of a block must end in the part of the markup where it began: in text, in a tag or in a value.
 */
export function scanMarkup(program: hbs.AST.Program, file: string): MarkupScan {
  const tokens = new Map<hbs.AST.ContentStatement, readonly MarkupToken[]>();
  const prints = new Map<hbs.AST.MustacheStatement, PrintPlace>();

  const scan = (body: hbs.AST.Program | undefined, start: MarkupState, depth: number): MarkupState => {
    let state = start;
    if (body !== undefined) for (const statement of statementsOf(body, file)) state = step(statement, state, depth);
    return state;
  };

  const step = (statement: Statement, state: MarkupState, depth: number): MarkupState => {
    const place = { template: file, line: statement.loc.start.line };
    switch (statement.type) {
      case 'ContentStatement': {
        const content = new ContentScan(statement, file, depth);
        const end = content.run(state);
        tokens.set(statement, content.tokens);
        return end;
      }
      case 'MustacheStatement':
        if (state.in === 'tag') failAt(place, 'data in a tag stands inside the quotes of an attribute');
        if (state.in === 'value') state.attribute.prints += 1;
        prints.set(statement, { attribute: state.in === 'value' ? state.attribute : null });
        return state;
      case 'PartialStatement':
        if (state.in !== 'text') failAt(place, 'a partial cannot stand inside a tag');
        return state;
      case 'BlockStatement':
        if (state.in === 'value') state.attribute.branched = true;
        for (const branch of [statement.program, statement.inverse])
          if (!samePart(scan(branch, state, depth + 1), state))
            failAt(place, `a branch of '#${statement.path.original}' ends in another part of the markup than it began`);
        return state.in === 'tag' ? { ...state, spaced: false } : state;
      case 'CommentStatement':
        return state;
    }
  };

  const end = scan(program, inText, 0);
  if (end.in !== 'text') {
    const { tag } = end.in === 'value' ? end.tag : end;
    failAt(tag.place, `the tag <${tag.name} has no end`);
  }
  return { tokens, prints };
}
