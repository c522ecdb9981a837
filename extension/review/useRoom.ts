import { type RefObject, useLayoutEffect, useRef } from 'react';

/**
 * Keeps room on the page for a bar that is fixed to the window's edge: its height goes into a custom property, whatever
 * its words and their size. Without it the bar would hide what it asks about.
 */
export function useRoom(name: '--top-room' | '--bottom-room'): RefObject<HTMLElement | null> {
  const bar = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const element = bar.current;
    if (element === null) return;
    const root = document.documentElement;
    const measure = () => root.style.setProperty(name, `${element.offsetHeight}px`);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      observer.disconnect();
      root.style.removeProperty(name);
    };
  }, [name]);
  return bar;
}
