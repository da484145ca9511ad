import { type KeyboardEvent, useLayoutEffect, useRef, useState } from "react";

interface Props {
  question: string;
  canAsk: boolean;
  /** Answers whether the question was taken; what was not stays. */
  onAsk: (question: string) => Promise<boolean>;
  onCancel: () => void;
}

/** The latest question in its place, to be put in other words. Enter asks, Escape leaves it as it was. */
export function QuestionEdit({ question, canAsk, onAsk, onCancel }: Props) {
  const input = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(question);
  const ready = canAsk && text.trim() !== "";

  useLayoutEffect(() => {
    const element = input.current;
    element?.focus();
    element?.setSelectionRange(element.value.length, element.value.length);
  }, []);
  useLayoutEffect(() => {
    const element = input.current;
    if (element !== null) {
      element.style.height = "auto";
      element.style.height = `${element.scrollHeight + element.offsetHeight - element.clientHeight}px`;
    }
  }, [text]);

  const ask = () => {
    if (ready) {
      void onAsk(text.trim());
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method composes a character, both keys belong to it.
    if (event.nativeEvent.isComposing) {
      return;
    }
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      ask();
    } else if (event.key === "Escape") {
      onCancel();
    }
  };

  return (
    <form
      className="edit"
      aria-label="Edit the question"
      onSubmit={(event) => {
        event.preventDefault();
        ask();
      }}
    >
      <textarea
        ref={input}
        rows={1}
        value={text}
        aria-label="Your question in other words"
        enterKeyHint="send"
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <p className="again">
        <button type="submit" className="plain" disabled={!ready}>
          Ask this instead
        </button>
        <button type="button" className="plain" onClick={onCancel}>
          Cancel
        </button>
      </p>
    </form>
  );
}
