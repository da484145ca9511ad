import { type KeyboardEvent, type RefObject, useLayoutEffect } from "react";

interface Props {
  input: RefObject<HTMLTextAreaElement | null>;
  text: string;
  sending: boolean;
  running: boolean;
  stopping: boolean;
  problem: string | null;
  onText: (text: string) => void;
  onSend: () => void;
  onStop: () => void;
  onReload: () => void;
}

/** Where a person types. Enter sends, Shift and Enter make a new line; what could not be sent stays. */
export function Composer(props: Props) {
  const { input, text, sending, running, stopping, problem, onText, onSend, onStop, onReload } = props;
  useLayoutEffect(() => {
    const element = input.current;
    if (element !== null) {
      element.style.height = "auto";
      element.style.height = `${element.scrollHeight + element.offsetHeight - element.clientHeight}px`;
    }
  }, [input, text]);

  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method composes a character, Enter belongs to it.
    if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      onSend();
    }
  };

  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
      }}
    >
      <div role="alert">
        {problem !== null && (
          <p className="problem">
            {problem}{" "}
            {text === "" && (
              <button type="button" className="plain" onClick={onReload}>
                Try again
              </button>
            )}
          </p>
        )}
      </div>
      <div className="field">
        <textarea
          ref={input}
          rows={1}
          value={text}
          readOnly={sending}
          aria-label="Your question"
          placeholder="Ask about your books"
          enterKeyHint="send"
          onChange={(event) => onText(event.target.value)}
          onKeyDown={onKeyDown}
        />
        {running ? (
          <button type="button" className="stop" disabled={stopping} onClick={onStop}>
            {stopping ? "Stopping…" : "Stop"}
          </button>
        ) : (
          <button type="submit" className="send" disabled={sending || text.trim() === ""}>
            {sending ? "Sending…" : "Send"}
          </button>
        )}
      </div>
    </form>
  );
}
