import Handlebars from 'handlebars';
import { helpers } from './helpers.ts';
import { instrumented, type Places, printAttribute, printText } from './instrument.ts';
import type { Library } from './library.ts';
import { attributePrinter, type Print, plainPrinter, textPrinter } from './print.ts';

/** Compiles a checked template once; each call fills it with content and returns markup, or plain text. */
export function fillerOf(library: Library, places: Places): (content: unknown) => string {
  const engine = Handlebars.create();
  // Handlebars hands each helper its options as one more argument
  for (const [name, helper] of Object.entries(helpers))
    engine.registerHelper(name, (...args: unknown[]) => helper.run(...args.slice(0, -1)));
  const printer: (places: Places) => Print = library.main.markup === null ? plainPrinter : textPrinter;
  engine.registerHelper(printText, printer(places));
  engine.registerHelper(printAttribute, attributePrinter(places));
  const options: CompileOptions = {
    knownHelpers: Object.fromEntries(
      [...Object.keys(helpers), printText, printAttribute].map((name) => [name, true]),
    ) as KnownHelpers,
    knownHelpersOnly: true,
    // the printing helpers have escaped already
    noEscape: true,
    // indenting a partial would indent the lines of data in it
    preventIndent: true,
  };
  for (const [name, file] of library.partials)
    engine.registerPartial(name, engine.compile(instrumented(file, places), options));
  return engine.compile(instrumented(library.main, places), options);
}
