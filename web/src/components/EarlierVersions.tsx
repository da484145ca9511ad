import { useEffect, useRef, useState } from "react";
import type { Turn } from "../conversation";
import { counted, outcomeOf } from "../words";
import { AnswerText } from "./AnswerText";

/** What a question took the place of, folded up until somebody wants to see it. */
export function EarlierVersions({ turns }: { turns: Turn[] }) {
  const [open, setOpen] = useState(false);
  const versions = turns.filter(({ outcome }) => outcome === null).length;
  const summary = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!open) {
      return;
    }
    // The page follows its end when it grows; whoever opens this reads from its beginning. Growth is seen with a frame.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => summary.current?.scrollIntoView({ block: "nearest" }));
    });
    return () => cancelAnimationFrame(frame);
  }, [open]);

  return (
    <details className="earlier" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary ref={summary}>{counted(versions, "earlier version")}</summary>
      {open && (
        <>
          <p>These no longer count: Pip does not look at them when it answers.</p>
          {turns.map((turn) => (
            <Version key={turn.questionId} turn={turn} />
          ))}
        </>
      )}
    </details>
  );
}

function Version({ turn: { question, outcome, answer } }: { turn: Turn }) {
  return (
    <div className="version">
      <p className={outcome === null ? "asked" : "told"}>{question}</p>
      <div className="answer">
        <AnswerText pieces={answer.pieces} />
        {answer.state !== "running" && answer.state !== "completed" && answer.state !== "waiting" && (
          <p>{outcomeOf(answer.state, answer.error)}</p>
        )}
      </div>
    </div>
  );
}
