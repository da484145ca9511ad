import { useEffect, useState } from "react";
import { type Answer, spoken } from "../conversation";
import { outcomeOf } from "../words";

const KEPT_MILLIS = 5000;

/**
 * Tells a screen reader the last answer as it comes, a whole line at a time: word by word it could not be followed.
 * What has been told is taken away again, so that nobody reads the answer twice.
 */
export function Announcer({ answer, lost }: { answer: Answer | null; lost: boolean }) {
  const [watched, setWatched] = useState<string | null>(null);
  const runId = answer?.runId ?? null;
  const running = answer?.state === "running";

  useEffect(() => {
    if (running) {
      setWatched(runId);
      return;
    }
    const timer = setTimeout(() => setWatched(null), KEPT_MILLIS);
    return () => clearTimeout(timer);
  }, [runId, running]);

  return (
    <div className="unseen" role="log" aria-live="polite" aria-label="Pip’s answer as it comes">
      {answer !== null && watched === runId && lines(answer, lost).map((line, index) => <p key={index}>{line}</p>)}
    </div>
  );
}

function lines(answer: Answer, lost: boolean): string[] {
  const all = spoken(answer.pieces).split("\n");
  const running = answer.state === "running";
  const whole = running ? all.slice(0, -1) : all;
  const end: string[] = [];
  if (running && lost) {
    end.push("Connection lost. Reconnecting.");
  }
  if (answer.state === "waiting") {
    end.push("A draft waits for your approval, below the answer.");
  } else if (answer.state !== "running" && answer.state !== "completed") {
    end.push(outcomeOf(answer.state, answer.error));
  }
  return ["Pip is answering.", ...whole.filter((line) => line.trim() !== ""), ...end];
}
