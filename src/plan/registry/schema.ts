import { z } from 'zod';
import { normaliseText } from '../../model/normalise.ts';

const name = z.string().min(1).transform(normaliseText);
const month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, '应写成年月，如 2021-04 | must be a month such as 2021-04');

const present = z.strictObject({
  name,
  kind: z.enum(['district', 'city']).default('district'),
  /** Other spellings of the name. */
  aliases: z.array(name).default([]),
  /** First month of the name in its present extent; left out where it is as old as any table. */
  since: month.optional(),
});

const former = z.strictObject({
  name,
  aliases: z.array(name).default([]),
  /** Month in which the name was given up. */
  until: month,
  /** The name of the very same district afterwards. */
  renamed: name.optional(),
  /** The districts that its parts belong to since then. */
  became: z.array(name).min(1).optional(),
  /** What went where, in words for the operator. */
  why: z.string().min(1).optional(),
});

/** `columns.yaml`: the districts of a city, what else they are called, and what became of former ones. */
export const registrySchema = z
  .strictObject({ city: name, columns: z.array(present).min(1), former: z.array(former).default([]) })
  .superRefine(({ columns, former: gone }, context) => {
    const fail = (path: (string | number)[], zh: string, en: string) =>
      context.addIssue({ code: 'custom', path, message: `${zh} | ${en}` });
    const seen = new Set<string>();
    for (const [index, column] of columns.entries())
      for (const one of [column.name, ...column.aliases]) {
        if (seen.has(one)) fail(['columns', index], `重复登记了“${one}”`, `has "${one}" a second time`);
        seen.add(one);
      }
    const known = new Set([...columns, ...gone].map((column) => column.name));
    for (const [index, { renamed, became }] of gone.entries()) {
      if ((renamed === undefined) === (became === undefined))
        fail(['former', index], '须写明 renamed 或 became 之一', 'needs either renamed or became');
      for (const successor of became ?? (renamed === undefined ? [] : [renamed]))
        if (!known.has(successor))
          fail(['former', index], `写到的“${successor}”没有登记`, `names "${successor}", which is not registered`);
    }
  });

export type ColumnRegistry = z.infer<typeof registrySchema>;
export type FormerColumn = ColumnRegistry['former'][number];
