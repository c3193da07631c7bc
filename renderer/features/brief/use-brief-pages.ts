import { useEffect, useRef, useState } from 'react';
import type { BriefRequest } from '../../../shared/contract/brief-operations.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { callHost } from '../../stores/host-connection.ts';
import { type JobProgress, runJob } from '../../stores/run-job.ts';

export interface BriefPages {
  /** Addresses of the pages' pictures, of the last typesetting that finished. */
  readonly pages: readonly string[];
  /** Width ÷ height of a page. */
  readonly aspect: number;
  /** null: what is shown is current. */
  readonly progress: JobProgress | null;
  readonly error: unknown;
  readonly stopped: boolean;
  stop(): void;
}

/** One string, so that an equal request made anew is no reason to typeset. */
interface Wanted {
  readonly request: BriefRequest;
  readonly version: string;
}

const A4 = 210 / 297;
/** Typing and dragging make many changes; typesetting waits until the hand rests. */
const REST_MS = 250;

/**
 * Typesets the brief whenever the request or the workbook changes. The last pages stay on screen meanwhile; a newer
 * request cancels the one under way.
 *
 * @param request null: nothing to typeset
 * @param version anything that changes when the workbook, or the wish to typeset again, does
 */
export function useBriefPages(request: BriefRequest | null, version: string): BriefPages {
  const [pages, setPages] = useState<readonly string[]>([]);
  const [aspect, setAspect] = useState(A4);
  const [progress, setProgress] = useState<JobProgress | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [stopped, setStopped] = useState(false);
  const underWay = useRef<AbortController | null>(null);
  const wanted = request === null ? null : JSON.stringify({ request, version });

  useEffect(() => {
    if (wanted === null) return;
    const controller = new AbortController();
    underWay.current = controller;
    // A cleanup is a newer request, and no stop by the analyst.
    let superseded = false;
    const typeset = async () => {
      setStopped(false);
      setError(null);
      setProgress({ fraction: 0, stage: '' });
      try {
        const job = await runJob(
          () => callHost('brief.preview', (JSON.parse(wanted) as Wanted).request),
          {
            signal: controller.signal,
            onProgress: (step) => {
              if (!superseded) setProgress(step);
            },
          },
        );
        const result = await callHost('brief.pages', { job });
        if (superseded) return;
        setAspect(result.widthPoints / result.heightPoints);
        setPages(result.pages.map(pictureOf));
      } catch (caught) {
        if (superseded) return;
        const cancelled = caught instanceof AppError && caught.code === 'E_CANCELLED';
        if (cancelled) setStopped(true);
        else setError(caught);
      } finally {
        if (!superseded) setProgress(null);
      }
    };
    const timer = setTimeout(() => void typeset(), REST_MS);
    return () => {
      superseded = true;
      clearTimeout(timer);
      controller.abort();
    };
  }, [wanted]);

  useEffect(
    () => () => {
      for (const page of pages) URL.revokeObjectURL(page);
    },
    [pages],
  );

  return { pages, aspect, progress, error, stopped, stop: () => underWay.current?.abort() };
}

/** As a picture, not as markup: nothing in a page can act. */
function pictureOf(svg: string): string {
  return URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
}
