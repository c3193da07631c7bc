/** The same numbers in memory that all workers read, instead of one copy for each. */
export function sharedNumbers(values: Float64Array): Float64Array {
  const shared = new Float64Array(new SharedArrayBuffer(values.byteLength));
  shared.set(values);
  return shared;
}
