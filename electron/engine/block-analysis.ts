/**
 * Long work that falls into numbered blocks, each of which depends on nothing but the setup and its number: they can be made
 * in any order and in any thread.
 */
export interface BlockAnalysis<Part, Result> {
  readonly blockCount: number;
  /**
   * @param block from 0.
   * @returns what no one else holds on to: its arrays may be handed over to another thread.
   */
  runBlock(block: number): Part;
  gather(): Gathering<Part, Result>;
}

/** Puts parts together, which must come in the order of their blocks: sums of fractions depend on it. */
export interface Gathering<Part, Result> {
  add(part: Part): void;
  /** After the last part. */
  result(): Result;
}

/** All blocks, one after the other, in this thread. */
export function runAllBlocks<Part, Result>(analysis: BlockAnalysis<Part, Result>): Result {
  const gathering = analysis.gather();
  for (let block = 0; block < analysis.blockCount; block++) gathering.add(analysis.runBlock(block));
  return gathering.result();
}

/** Gathers parts as a list. */
export function gatherList<Part, Result>(
  finish: (parts: readonly Part[]) => Result,
): Gathering<Part, Result> {
  const parts: Part[] = [];
  return { add: (part) => void parts.push(part), result: () => finish(parts) };
}
