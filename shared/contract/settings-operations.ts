import { z } from 'zod';
import { Language } from '../model/language.ts';
import { command, query } from './operation.ts';

/** Belongs to the person and the machine, not to the workbook. */
export const Settings = z.strictObject({
  language: Language,
  theme: z.enum(['system', 'light', 'dark', 'high-contrast']),
  density: z.enum(['compact', 'normal', 'relaxed']),
});
export type Settings = z.infer<typeof Settings>;

export const settingsOperations = {
  'settings.get': query(z.strictObject({}), Settings),
  'settings.set': command(Settings.partial(), Settings),
  /** Arrangement of panels and columns, kept per workbook; the renderer alone knows its meaning. */
  'layout.get': query(z.strictObject({}), z.strictObject({ layout: z.string().nullable() })),
  'layout.set': command(z.strictObject({ layout: z.string().max(200_000) }), z.strictObject({})),
};
