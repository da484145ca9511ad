import type { FactView, FigureView } from "../api";
import { inputsOf } from "../inputs";
import { xeroPage } from "../links";
import { counted, momentOf, statusWords, withCapital } from "../words";

const MOST_INPUTS = 12;

/** In place of an organisation, what Xero said nothing of. */
const OWN = ["Pip's tax data", "Pip's own notes"];

/** Where a figure came from: the fact, its source, and what it was worked out of. */
export function FigureSource({ figure }: { figure: FigureView }) {
  const [fact] = figure.facts;
  return (
    <>
      <p className={`status ${figure.status}`}>{statusWords[figure.status].sentence}</p>
      {fact !== undefined && <Facts fact={fact} shown={figure.text} />}
      {figure.formula !== null && <Working formula={figure.formula} inputs={inputsOf(figure)} />}
      {fact !== undefined && <Link link={fact.source.link} />}
    </>
  );
}

function Facts({ fact, shown }: { fact: FactView; shown: string }) {
  const { source } = fact;
  return (
    <dl>
      <Row name="What" words={withCapital(fact.measure)} />
      <Row name="Of" words={fact.subject} />
      <Row name="Value" words={fact.value === shown ? "" : fact.value} />
      <Row name="Period" words={fact.period} />
      <Row name="Basis" words={fact.basis === null ? "" : withCapital(fact.basis)} />
      <Row name="Business" words={source.organisation} />
      <Row name="Records" words={`${counted(source.records, "record")} from ${source.endpoint}`} />
      <Row name={OWN.includes(source.organisation) ? "As of" : "As Xero had it"} words={momentOf(source.fetchedAt)} />
    </dl>
  );
}

function Row({ name, words }: { name: string; words: string }) {
  return words === "" ? null : (
    <div>
      <dt>{name}</dt>
      <dd>{words}</dd>
    </div>
  );
}

function Working({ formula, inputs }: { formula: string; inputs: FactView[] }) {
  return (
    <section className="working" aria-label="How it was worked out">
      <p>
        Worked out as <span className="formula">{formula}</span>
      </p>
      <ul>
        {inputs.slice(0, MOST_INPUTS).map((input) => (
          <li key={input.id}>
            <span className="formula">{input.id}</span> {input.value}: {input.measure}, {input.subject}, {input.period}
            {input.formula !== null && `, worked out as ${input.formula}`}
            <Link link={input.source.link} of={input.subject} />
          </li>
        ))}
      </ul>
      {inputs.length > MOST_INPUTS && <p>And {inputs.length - MOST_INPUTS} more.</p>}
    </section>
  );
}

function Link({ link, of }: { link: string | null; of?: string }) {
  const page = xeroPage(link);
  return page === null ? null : (
    <a href={page} target="_blank" rel="noopener noreferrer">
      Open {of === undefined ? "the record" : <span className="unseen">{of}</span>} in Xero
      <span className="unseen"> (new tab)</span>
    </a>
  );
}
