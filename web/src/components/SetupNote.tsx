import type { Status } from "../hooks/useStatus";

/** What has to be set before Pip can answer, or that its server is away; nothing when all is well. */
export function SetupNote({ status, problem }: Omit<Status, "refresh">) {
  if (problem !== null) {
    return (
      <aside className="note" role="status">
        <p>{problem}</p>
      </aside>
    );
  }
  if (status === null || status.missing.length === 0) {
    return null;
  }
  return (
    <aside className="note" role="status">
      <p>Before Pip can answer:</p>
      <ul>
        {status.missing.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </aside>
  );
}
