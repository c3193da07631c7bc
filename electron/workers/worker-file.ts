/** Where the code of a worker lies: beside this file in the repository, in `workers/` below the bundle that this is part of. */
export function workerFile(name: string): URL {
  const fromSource = import.meta.url.endsWith('.ts');
  return new URL(
    fromSource ? `./${name}.worker.ts` : `./workers/${name}.worker.js`,
    import.meta.url,
  );
}
