import { type RefObject, useEffect, useState } from 'react';

/** The part of a scrolling element that is seen, in pixels. */
export interface Viewport {
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Follows scrolling and resizing, once a frame at most. */
export function useViewport(element: RefObject<HTMLElement | null>): Viewport {
  const [viewport, setViewport] = useState<Viewport>({ top: 0, width: 0, height: 0 });
  useEffect(() => {
    const watched = element.current;
    if (watched === null) return;
    let frame = 0;
    const read = () => {
      frame = 0;
      const { scrollTop: top, clientWidth: width, clientHeight: height } = watched;
      setViewport((before) =>
        before.top === top && before.width === width && before.height === height
          ? before
          : { top, width, height },
      );
    };
    const readSoon = () => {
      if (frame === 0) frame = requestAnimationFrame(read);
    };
    read();
    watched.addEventListener('scroll', readSoon, { passive: true });
    const observer = new ResizeObserver(readSoon);
    observer.observe(watched);
    return () => {
      cancelAnimationFrame(frame);
      watched.removeEventListener('scroll', readSoon);
      observer.disconnect();
    };
  }, [element]);
  return viewport;
}
