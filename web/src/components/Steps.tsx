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

function words({ label, summary, state }: Step): string {
  if (label === null) {
    return summary;
  }
  switch (state) {
    case "running":
      return `${label}…`;
    case "done":
      return `${label}… done`;
    case "failed":
      return `${label}… did not work. ${summary}`;
    case "unfinished":
      return `${label}… not finished`;
  }
}
