import { z } from 'zod';

/**
 * Values by names that a person chooses: settings by target, readers by district. JavaScript gives one name a meaning of its own,
 * and zod drops it without a word; here it is refused, so that nothing that was written down is lost. So is an empty name.
 */
export function named<Value extends z.ZodType>(value: Value) {
  return z
    .unknown()
    .superRefine((given, context) => {
      if (typeof given !== 'object' || given === null) return;
      const refuse = (message: string) => context.addIssue({ code: 'custom', message });
      if (Object.hasOwn(given, '__proto__'))
        refuse('中“__proto__”不能用作名称，请改名 | cannot hold the name __proto__; use another');
      if (Object.hasOwn(given, '')) refuse('中有一项没有名称，请补写 | has an entry without a name');
    })
    .pipe(z.record(z.string(), value));
}
