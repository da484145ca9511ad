import { useId, useRef } from "react";
import type { FigureView } from "../api";
import { usePopover } from "../hooks/usePopover";
import { statusWords } from "../words";
import { FigureSource } from "./FigureSource";

/**
 * A figure in an answer: underlined by its status, with where it came from a hover, a focus or a tap away.
 * Not a <button>, whose words no browser lets be selected and copied with those around it, or be broken like them.
 */
export function Figure({ figure }: { figure: FigureView }) {
  const id = useId();
  const anchor = useRef<HTMLSpanElement>(null);
  const popover = useRef<HTMLDivElement>(null);
  const { open, anchorHandlers, popoverHandlers, onBlur } = usePopover(anchor, popover);
  const words = statusWords[figure.status];
  return (
    <span onBlur={onBlur}>
      <span
        ref={anchor}
        role="button"
        tabIndex={0}
        className={`figure ${figure.status}`}
        aria-label={`${figure.text}, ${words.short}`}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        {...anchorHandlers}
      >
        <span className="amount">{figure.text}</span>
        {figure.status === "unverified" && <span className="mark"> {words.short}</span>}
      </span>
      {open && (
        <div
          ref={popover}
          id={id}
          className="popover"
          role="group"
          aria-label={`Where ${figure.text} comes from`}
          {...popoverHandlers}
        >
          <FigureSource figure={figure} />
        </div>
      )}
    </span>
  );
}
