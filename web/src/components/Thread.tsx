import { useEffect, useRef, type ReactNode } from "react";
import type { ConversationState } from "../conversation";
import { useStickToEnd } from "../hooks/useStickToEnd";
import { AnswerView } from "./AnswerView";

interface Props {
  state: ConversationState;
  /** What stands above the turns, such as a note or the welcome. */
  children: ReactNode;
  canAsk: boolean;
  onAsk: (question: string) => void;
}

/** Questions and answers, oldest first; the reader is kept at the end while they stay there. */
export function Thread({ state, children, canAsk, onAsk }: Props) {
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
            <article key={turn.questionId} className="turn" aria-label={`Question ${index + 1}`}>
              <h2 className="question">{turn.question}</h2>
              <AnswerView
                answer={turn.answer}
                connection={state.connection}
                onAskAgain={canAsk && index === turns.length - 1 ? () => onAsk(turn.question) : null}
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
