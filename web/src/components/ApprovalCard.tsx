import { useEffect, useRef } from "react";
import type { ApprovalView } from "../api";
import { useApproval } from "../hooks/useApproval";
import { useHasPassed } from "../hooks/useTimeLeft";
import { leftUntil } from "../words";
import { ApprovalPreview } from "./ApprovalPreview";

interface Props {
  id: string;
  onDecided: () => void;
}

/** A draft that an answer put to the person: what exactly would be made, and their word on it. */
export function ApprovalCard({ id, onDecided }: Props) {
  const { view, deciding, decision, problem, decide, reload } = useApproval(id, onDecided);
  const result = useRef<HTMLParagraphElement>(null);
  const expired = useHasPassed(view?.state === "waiting" ? view.expiresAt : null);
  const settled = decision !== null && decision.outcome !== "refused" && decision.outcome !== "open";
  const again = decision?.outcome === "open";
  const waits = !settled && !expired && (view?.state === "waiting" || again);
  useEffect(() => {
    if (decision !== null) {
      result.current?.focus();
    }
  }, [decision]);

  if (view === null) {
    return (
      <section className="approval" aria-label="Draft">
        {problem === null ? (
          <p className="waiting">Looking at the draft…</p>
        ) : (
          <>
            <p role="status">{problem}</p>
            <button type="button" onClick={reload}>
              Try again
            </button>
          </>
        )}
      </section>
    );
  }
  // Once the conversation goes on, it tells what came of it.
  const toldBelow = decision === null || (decision.runId !== null && view.state !== "waiting");
  return (
    <div className={`approval ${waits ? "waits" : "done"}`} role="group" aria-labelledby={`approval-${id}`}>
      <h3 id={`approval-${id}`}>{view.title}</h3>
      <p className="organisation">In {view.organisation}</p>
      <ApprovalPreview view={view} />
      {waits && <p className="undo">{view.undo}</p>}
      <p className="state" ref={result} tabIndex={-1} role="status">
        {problem ?? (toldBelow ? words(view, expired) : decision.message)}
      </p>
      {waits && (
        <div className="ways">
          <button type="button" className="approve" disabled={deciding !== null} onClick={() => void decide("approve")}>
            {deciding === "approve" ? "Approving…" : again ? "Approve again" : "Approve"}
          </button>
          {!again && (
            <>
              <button type="button" disabled={deciding !== null} onClick={() => void decide("decline")}>
                {deciding === "decline" ? "Declining…" : "Decline"}
              </button>
              <time className="left" dateTime={view.expiresAt}>
                Expires in {leftUntil(view.expiresAt)}
              </time>
            </>
          )}
        </div>
      )}
    </div>
  );
}

function words(view: ApprovalView, expired: boolean): string {
  switch (view.state) {
    case "waiting":
      return expired
        ? "This draft has expired; nothing was written to Xero. Ask for it again."
        : "Nothing is written to Xero unless you approve it.";
    case "expired":
      return "This draft has expired; nothing was written to Xero. Ask for it again.";
    case "approved":
      return "You approved this draft.";
    case "declined":
      return "You declined this draft; nothing was written to Xero.";
  }
}
