const EXAMPLES = ["Who owes me money?", "What was my profit last month?", "How much GST do I owe this quarter?"];

/** What a new conversation shows. */
export function Welcome({ organisation, onAsk }: { organisation: string | null; onAsk: (question: string) => void }) {
  return (
    <section className="welcome" aria-labelledby="welcome">
      <h2 id="welcome">What would you like to know{organisation === null ? "" : ` about ${organisation}`}?</h2>
      <p>Every figure in an answer shows where it came from.</p>
      <ul>
        {EXAMPLES.map((question) => (
          <li key={question}>
            <button type="button" className="example" onClick={() => onAsk(question)}>
              {question}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
