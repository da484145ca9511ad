import { useEffect, useRef, type ReactNode } from "react";
import type { ConversationState, Turn } from "../conversation";
import { useStickToEnd } from "../hooks/useStickToEnd";
import { xeroPage } from "../links";
import { AnswerView } from "./AnswerView";

interface Props {
  state: ConversationState;
  /** What stands above the turns, such as a note or the welcome. */
  children: ReactNode;
  canAsk: boolean;
  onAsk: (question: string) => void;
  onDecided: () => void;
}

/** Questions and answers, oldest first; the reader is kept at the end while they stay there. */
export function Thread({ state, children, canAsk, onAsk, onDecided }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const { turns } = state;
  const { away, toEnd } = useStickToEnd(scroller, content, turns.length > 0);
  useEffect(() => {
    if (turns.length > 0) {
      toEnd();
    }
  }, [toEnd, state.id, turns.length]);

  return (
    <div className="thread">
      <div ref={scroller} className="scroller" tabIndex={0} role="region" aria-label="Questions and answers">
        <div ref={content} className="content">
          {children}
          {turns.map((turn, index) => (
            <article key={turn.questionId} className="turn" aria-label={turn.outcome === null ? `Question ${index + 1}` : "What became of the draft"}>
              {turn.outcome === null ? (
                <h2 className="question">{turn.question}</h2>
              ) : (
                <Told text={turn.question} outcome={turn.outcome} />
              )}
              <AnswerView
                answer={turn.answer}
                connection={state.connection}
                onDecided={onDecided}
                onAskAgain={canAsk && turn.outcome === null && index === turns.length - 1 ? () => onAsk(turn.question) : null}
              />
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
