type Work = () => void;

/**
 * Does pieces of work in the frames to come, in the order asked for; one that is asked for again before keeps its place.
 *
 * @returns takes it back
 */
export type Turns = (work: Work) => () => void;

/** @param inOneFrame how many of those that wait have their turn in one frame; at least one */
export function createTurns(inOneFrame: (waiting: number) => number): Turns {
  const waiting = new Set<Work>();
  let isAsked = false;

  function askForFrame(): void {
    if (isAsked || waiting.size === 0) return;
    isAsked = true;
    requestAnimationFrame(takeTurns);
  }

  function takeTurns(): void {
    isAsked = false;
    const turns = [...waiting].slice(0, inOneFrame(waiting.size));
    for (const work of turns) waiting.delete(work);
    askForFrame();
    for (const work of turns) work();
  }

  return (work) => {
    waiting.add(work);
    askForFrame();
    return () => void waiting.delete(work);
  };
}
