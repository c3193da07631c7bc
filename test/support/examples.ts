/**
 * How many examples a property is tried on: of `count` one in twenty where mutants are judged (`npm run mutation`), each of
 * which runs them all.
 */
export function examples(count: number): number {
  return process.env['HENGMO_MUTATION'] === undefined ? count : Math.ceil(count / 20);
}
