import { useEffect, useRef, useState, type ReactNode } from "react";
import { type ConversationState, replaceable, type Turn } from "../conversation";
import { useStickToEnd } from "../hooks/useStickToEnd";
import { xeroPage } from "../links";
import { AnswerView } from "./AnswerView";
import { EarlierVersions } from "./EarlierVersions";
import { QuestionEdit } from "./QuestionEdit";

interface Props {
  state: ConversationState;
  /** What stands above the turns, such as a note or the welcome. */
  children: ReactNode;
  canAsk: boolean;
  /** Asks a question in place of a turn's; answers whether it was taken. */
  onReplace: (turn: Turn, question: string) => Promise<boolean>;
  onDecided: () => void;
}

/** Questions and answers, oldest first; the reader is kept at the end while they stay there. */
export function Thread({ state, children, canAsk, onReplace, onDecided }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const { turns } = state;
  const { away, toEnd } = useStickToEnd(scroller, content, turns.length > 0);
  const latest = turns.at(-1)?.questionId;
  useEffect(() => {
    if (latest !== undefined) {
      toEnd();
    }
  }, [toEnd, state.id, latest]);

  const again = replaceable(turns);
  const editButton = useRef<HTMLButtonElement>(null);
  const [editing, setEditing] = useState<string | null>(null);
  const [cancelled, setCancelled] = useState(0);
  useEffect(() => {
    if (cancelled > 0) {
      editButton.current?.focus();
    }
  }, [cancelled]);

  return (
    <div className="thread">
      <div ref={scroller} className="scroller" tabIndex={0} role="region" aria-label="Questions and answers">
        <div ref={content} className="content">
          {children}
          {turns.map((turn, index) => (
            <article key={turn.questionId} className="turn" aria-label={turn.outcome === null ? `Question ${index + 1}` : "What became of the draft"}>
              {turn.outcome !== null ? (
                <Told text={turn.question} outcome={turn.outcome} />
              ) : turn === again && editing === turn.questionId ? (
                <QuestionEdit
                  question={turn.question}
                  canAsk={canAsk}
                  onAsk={(question) => onReplace(turn, question)}
                  onCancel={() => {
                    setEditing(null);
                    setCancelled((count) => count + 1);
                  }}
                />
              ) : (
                <h2 className="question">{turn.question}</h2>
              )}
              <AnswerView answer={turn.answer} connection={state.connection} onDecided={onDecided} />
              {turn === again && canAsk && editing !== turn.questionId && (
                <p className="again">
                  <button type="button" className="plain" onClick={() => void onReplace(turn, turn.question)}>
                    Ask again
                  </button>
                  <button
                    ref={editButton}
                    type="button"
                    className="plain"
                    aria-label="Edit the question"
                    onClick={() => setEditing(turn.questionId)}
                  >
                    Edit
                  </button>
                </p>
              )}
              {turn.earlier.length > 0 && <EarlierVersions turns={turn.earlier} />}
            </article>
          ))}
        </div>
      </div>
      {away && (
        <button type="button" className="to-end" onClick={toEnd}>
          To the latest
        </button>
      )}
    </div>
  );
}

/** What the server tells became of a draft; nobody typed it. */
function Told({ text, outcome }: { text: string; outcome: NonNullable<Turn["outcome"]> }) {
  const page = xeroPage(outcome.link);
  return (
    <div className={`told ${outcome.result}`}>
      <p>{text}</p>
      {page !== null && (
        <a href={page} target="_blank" rel="noreferrer">
          Open in Xero
        </a>
      )}
    </div>
  );
}
