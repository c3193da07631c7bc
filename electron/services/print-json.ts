/** A result as the command line prints it: typed arrays as lists, what is no number as null, one line at the end. */
export function printJson(value: unknown): string {
  const plain = (_key: string, each: unknown) => {
    if (typeof each === 'number' && !Number.isFinite(each)) return null;
    return ArrayBuffer.isView(each) ? Array.from(each as Float64Array) : each;
  };
  return `${JSON.stringify(value, plain, 1)}\n`;
}
