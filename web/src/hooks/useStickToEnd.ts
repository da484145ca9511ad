import { type RefObject, useCallback, useEffect, useRef, useState } from "react";

const NEAR_PIXELS = 64;

/**
 * Keeps a scrolling element at its end while its content grows, for as long as the reader is there.
 * Whoever scrolls up is left in peace until they come back to the end themselves or ask for it. Nothing moves while it
 * is not wanted.
 */
export function useStickToEnd(
  scroller: RefObject<HTMLElement | null>,
  content: RefObject<HTMLElement | null>,
  wanted: boolean,
) {
  const sticking = useRef(wanted);
  const [away, setAway] = useState(false);

  const toEnd = useCallback(() => {
    const element = scroller.current;
    if (element !== null) {
      sticking.current = true;
      element.scrollTop = element.scrollHeight;
      setAway(false);
    }
  }, [scroller]);

  useEffect(() => {
    const element = scroller.current;
    const inside = content.current;
    if (element === null || inside === null || !wanted) {
      sticking.current = false;
      setAway(false);
      return;
    }
    sticking.current = true;
    const left = () => element.scrollHeight - element.scrollTop - element.clientHeight;
    let top = element.scrollTop;
    // Only a reader scrolls up: content that grew before its scroll event came must not count as having left the end.
    const onScroll = () => {
      const near = left() <= NEAR_PIXELS;
      sticking.current = near || (sticking.current && element.scrollTop >= top);
      top = element.scrollTop;
      setAway(!near && !sticking.current);
    };
    const grown = new ResizeObserver(() => {
      if (sticking.current) {
        element.scrollTop = element.scrollHeight;
      } else {
        setAway(left() > NEAR_PIXELS);
      }
    });
    grown.observe(element);
    grown.observe(inside);
    element.addEventListener("scroll", onScroll, { passive: true });
    return () => {
      grown.disconnect();
      element.removeEventListener("scroll", onScroll);
    };
  }, [scroller, content, wanted]);

  return { away, toEnd };
}
