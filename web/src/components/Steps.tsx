import type { Step } from "../conversation";

const SHOWN = 4;

/** What Pip reads and works out on the way to an answer, a quiet line each. */
export function Steps({ steps, running }: { steps: Step[]; running: boolean }) {
  if (steps.length === 0) {
    return null;
  }
  const list = (
    <ul className="steps" aria-label="Steps">
      {steps.map((step) => (
        <li key={step.callId} className={step.state}>
          {step.label}
          {words(step)}
        </li>
      ))}
    </ul>
  );
  return running || steps.length <= SHOWN ? (
    list
  ) : (
    <details className="all-steps">
      <summary>{steps.length} steps</summary>
      {list}
    </details>
  );
}

function words({ state }: Step): string {
  switch (state) {
    case "running":
      return "…";
    case "done":
      return "… done";
    case "failed":
      return "… did not work";
    case "unfinished":
      return "… not finished";
  }
}
