import { useEffect, useState } from "react";
import { type Answer, waitsFor } from "../conversation";
import type { Connection } from "../events";
import { outcomeOf } from "../words";
import { AnswerText } from "./AnswerText";
import { ApprovalCard } from "./ApprovalCard";
import { Steps } from "./Steps";

interface Props {
  answer: Answer;
  connection: Connection;
  /** Something was decided that the conversation goes on from. */
  onDecided: () => void;
}

export function AnswerView({ answer, connection, onDecided }: Props) {
  const running = answer.state === "running";
  const approvalId = waitsFor(answer);
  return (
    <div className="answer" aria-busy={running}>
      <Steps steps={answer.steps} running={running} />
      <AnswerText pieces={answer.pieces} />
      {running && <Waiting answer={answer} connection={connection} />}
      {!running && answer.budgetNote !== null && <p className="budget">{answer.budgetNote}</p>}
      {approvalId !== null && <ApprovalCard key={approvalId} id={approvalId} onDecided={onDecided} />}
      {answer.state !== "running" && answer.state !== "completed" && answer.state !== "waiting" && (
        <div className={`outcome ${answer.state}`}>
          <p>{outcomeOf(answer.state, answer.error)}</p>
        </div>
      )}
    </div>
  );
}

const LONG_MILLIS = 20_000;

/** What goes on while nothing new is to be read. */
function Waiting({ answer, connection }: { answer: Answer; connection: Connection }) {
  const [long, setLong] = useState(false);
  useEffect(() => {
    setLong(false);
    const timer = setTimeout(() => setLong(true), LONG_MILLIS);
    return () => clearTimeout(timer);
  }, [answer.sequence]);

  if (connection === "lost") {
    return <p className="waiting lost">Connection lost. Reconnecting… Your question is kept.</p>;
  }
  if (long) {
    return <p className="waiting">Still working. You can wait, or stop it and ask again.</p>;
  }
  const silent = answer.pieces.length === 0 && answer.steps.every((step) => step.state !== "running");
  return silent ? <p className="waiting">Thinking…</p> : null;
}
