import { type FocusEvent, type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";

const OPEN_MILLIS = 120;
const CLOSE_MILLIS = 200;
const MARGIN = 8;
const GAP = 6;

/** The open popover's way to close: a page shows one at a time. */
let closeOther: (() => void) | null = null;

/**
 * A popover beside the element that opens it: shown on hover and on keyboard focus, kept by click or tap, closed by
 * Escape, by leaving it, by opening another one, or by a press elsewhere. It is placed inside the window whatever
 * the width, above or below, and scrolls inside when it is taller than the room there.
 */
export function usePopover(anchor: RefObject<HTMLElement | null>, popover: RefObject<HTMLElement | null>) {
  const [open, setOpen] = useState(false);
  const kept = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const quietFocus = useRef(false);

  const close = useCallback(() => {
    clearTimeout(timer.current);
    kept.current = false;
    setOpen(false);
  }, []);

  const show = useCallback(() => {
    clearTimeout(timer.current);
    if (closeOther !== close) {
      closeOther?.();
      closeOther = close;
    }
    setOpen(true);
  }, [close]);

  useEffect(
    () => () => {
      clearTimeout(timer.current);
      if (closeOther === close) {
        closeOther = null;
      }
    },
    [close],
  );

  useEffect(() => {
    if (!open) {
      return;
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") {
        return;
      }
      event.preventDefault();
      if (popover.current?.contains(document.activeElement)) {
        quietFocus.current = true;
        anchor.current?.focus();
        quietFocus.current = false;
      }
      close();
    };
    const onPress = (event: PointerEvent) => {
      const target = event.target as Node;
      if (!anchor.current?.contains(target) && !popover.current?.contains(target)) {
        close();
      }
    };
    document.addEventListener("keydown", onKey);
    document.addEventListener("pointerdown", onPress);
    return () => {
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("pointerdown", onPress);
    };
  }, [open, anchor, popover, close]);

  useLayoutEffect(() => {
    if (!open) {
      return;
    }
    const settle = () => {
      if (anchor.current !== null && popover.current !== null && !place(anchor.current, popover.current)) {
        close();
      }
    };
    settle();
    window.addEventListener("resize", settle);
    window.addEventListener("scroll", settle, { capture: true, passive: true });
    return () => {
      window.removeEventListener("resize", settle);
      window.removeEventListener("scroll", settle, { capture: true });
    };
  }, [open, anchor, popover, close]);

  const inside = () => {
    const { activeElement } = document;
    return activeElement !== null && (popover.current?.contains(activeElement) ?? false);
  };
  const leaveSoon = () => {
    clearTimeout(timer.current);
    if (!kept.current && !inside()) {
      timer.current = setTimeout(close, CLOSE_MILLIS);
    }
  };

  const press = () => {
    if (open && kept.current) {
      close();
    } else {
      kept.current = true;
      show();
    }
  };

  return {
    open,
    anchorHandlers: {
      onClick: press,
      onKeyDown: (event: { key: string; preventDefault: () => void }) => {
        if (event.key === "Enter" || event.key === " ") {
          event.preventDefault();
          press();
        }
      },
      onFocus: (event: FocusEvent<HTMLElement>) => {
        if (!quietFocus.current && event.currentTarget.matches(":focus-visible")) {
          show();
        }
      },
      onPointerEnter: (event: { pointerType: string }) => {
        if (event.pointerType === "mouse") {
          clearTimeout(timer.current);
          timer.current = setTimeout(show, OPEN_MILLIS);
        }
      },
      onPointerLeave: leaveSoon,
    },
    popoverHandlers: {
      onPointerEnter: () => clearTimeout(timer.current),
      onPointerLeave: leaveSoon,
    },
    /** For the element around both: closes when the keyboard leaves them. */
    onBlur: (event: FocusEvent<HTMLElement>) => {
      const next = event.relatedTarget;
      if (next !== null && !event.currentTarget.contains(next)) {
        close();
      }
    },
  };
}

/** Answers whether the anchor is in sight. */
function place(anchor: HTMLElement, popover: HTMLElement): boolean {
  const at = anchor.getBoundingClientRect();
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  if (at.bottom < 0 || at.top > height) {
    return false;
  }
  popover.style.maxHeight = "none";
  const wanted = popover.offsetHeight;
  const above = at.top - GAP - MARGIN;
  const below = height - at.bottom - GAP - MARGIN;
  const isBelow = below >= wanted || below >= above;
  const tall = Math.min(wanted, Math.max(isBelow ? below : above, 0));
  popover.style.maxHeight = `${tall}px`;
  if (wanted > tall) {
    popover.tabIndex = 0; // so that the keyboard can scroll it
  }
  popover.style.top = `${isBelow ? at.bottom + GAP : at.top - GAP - tall}px`;
  const left = Math.min(at.left, width - MARGIN - popover.offsetWidth);
  popover.style.left = `${Math.max(MARGIN, left)}px`;
  return true;
}
