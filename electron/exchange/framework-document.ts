import { z } from 'zod';
import { Framework } from '../../shared/model/framework.ts';
import { Method } from '../../shared/model/method.ts';

/** A framework as a file of its own, with the method it is meant to be scored by. */
export const FrameworkDocument = z.strictObject({
  format: z.literal('hengmo-framework'),
  version: z.literal(1),
  framework: Framework,
  method: Method,
});
export type FrameworkDocument = z.infer<typeof FrameworkDocument>;
