import type { NodeCode } from '../../shared/model/ids.ts';

/*
 * Nodes whose contributions are drawn for every unit in every step of a drag. Only theirs travel with each step: those of all
 * nodes are several hundred kilobytes for a thousand units.
 */

let parts: readonly NodeCode[] = [];

/** Replaces those of before. */
export function showParts(nodes: readonly NodeCode[]): void {
  parts = nodes;
}

export function partsOnScreen(): readonly NodeCode[] {
  return parts;
}
