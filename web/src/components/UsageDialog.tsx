import { useEffect, useRef } from "react";
import { holderOf, monthsOn, monthWords, shareOf, standingOf } from "../amounts";
import type { BudgetView } from "../usage";
import { useUsage } from "../hooks/useUsage";
import { UsageLists, UsageTotal } from "./UsageMonth";

/** What models used and what it cost, month by month, and what the budgets stand at. */
export function UsageDialog({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { report, running, problem, go } = useUsage();
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  const last = report === null || report.month === running;

  return (
    <dialog
      ref={dialog}
      className="organisations usage"
      aria-labelledby="usage"
      onClose={onClose}
      onClick={(event) => {
        if (event.target === event.currentTarget) {
          onClose();
        }
      }}
    >
      <div className="inside">
        <h2 id="usage">Usage</h2>
        {report === null && problem === null && <p className="waiting">Looking…</p>}
        {report !== null && (
          <>
            <div className="months" role="group" aria-label="Month">
              <button type="button" aria-label={`Before: ${monthWords(monthsOn(report.month, -1))}`} onClick={() => go(-1)}>
                ‹
              </button>
              <h3 aria-live="polite">{monthWords(report.month)}</h3>
              {/* Not disabled at the end, where that would take the focus away. */}
              <button
                type="button"
                aria-label={last ? "After: no later month" : `After: ${monthWords(monthsOn(report.month, 1))}`}
                aria-disabled={last}
                onClick={() => {
                  if (!last) {
                    go(1);
                  }
                }}
              >
                ›
              </button>
            </div>
            <UsageTotal total={report.total} />
            {last && report.budgets.length > 0 && <Budgets budgets={report.budgets} />}
            <UsageLists report={report} onLeave={onClose} />
          </>
        )}
        <div role="status">{problem !== null && <p className="problem">{problem}</p>}</div>
        <div className="ways">
          <button type="button" onClick={onClose}>
            Close
          </button>
        </div>
      </div>
    </dialog>
  );
}

function Budgets({ budgets }: { budgets: BudgetView[] }) {
  return (
    <section aria-labelledby="budgets">
      <h3 id="budgets">Budgets</h3>
      <ul>
        {budgets.map((budget) => (
          <li key={`${budget.of} ${budget.unit}`}>
            <span className="thing">
              {holderOf(budget)}
              <span className="calls">{standingOf(budget)}</span>
            </span>
            <progress className={budget.note == null ? "" : "near"} value={shareOf(budget)} aria-label={holderOf(budget)} />
          </li>
        ))}
      </ul>
      <p className="remark">
        A budget is never passed: at its end Pip tells what it has found until then, and asks no model that costs money
        before it starts anew. Models on your own machine are free.
      </p>
    </section>
  );
}
