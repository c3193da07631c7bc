import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { wordings } from '../../../renderer/i18n/wordings.ts';

const project = fileURLToPath(new URL('../../../', import.meta.url));

/** Sources of the interface that are no wordings themselves. */
const sources = globSync('renderer/**/*.{ts,tsx}', { cwd: project })
  .filter((file) => !/i18n\/(?:zh|en)\//u.test(file))
  .map((file) => readFileSync(`${project}${file}`, 'utf8'));

/** Paths of the texts of a feature; i18next chooses among the forms of number. */
function paths(texts: object, above = ''): string[] {
  return Object.entries(texts).flatMap(([key, text]: [string, unknown]) =>
    typeof text === 'string'
      ? [`${above}${key}`.replace(/_(?:one|other)$/u, '')]
      : paths(text as object, `${above}${key}.`),
  );
}

/** Keys that are put together at run time: `kind.${kind}` may be any key that begins like this. */
function composedKeys(source: string): RegExp[] {
  const templates = source.matchAll(/`([\w-]+[.:](?:[\w.:-]|\$\{[^}`\n]*\})*)`/gu);
  return [...templates].map(([, template = '']) => {
    const said = template.split(/\$\{[^}]*\}/u).map((part) => part.replaceAll('.', String.raw`\.`));
    return new RegExp(`^${said.join('.+')}$`, 'u');
  });
}

test('every text of the interface is used', () => {
  const whole = sources.join('\n');
  const composed = composedKeys(whole);
  const unused = Object.entries(wordings.zh).flatMap(([feature, texts]) => {
    const own = sources.filter(
      (source) =>
        source.includes(`'${feature}'`) ||
        source.includes(`'${feature}:`) ||
        // Without a name the common texts are meant.
        (feature === 'common' && source.includes('useTranslation()')),
    );
    const ownComposed = own.flatMap(composedKeys);
    return paths(texts)
      .filter(
        (path) =>
          !whole.includes(`'${feature}:${path}'`) &&
          !composed.some((key) => key.test(`${feature}:${path}`)) &&
          !own.some((source) => source.includes(`'${path}'`)) &&
          !ownComposed.some((key) => key.test(path)),
      )
      .map((path) => `${feature}:${path}`);
  });
  expect(unused).toEqual([]);
});
