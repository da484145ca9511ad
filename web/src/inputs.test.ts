import { expect, test } from "vitest";
import type { FactView } from "./api";
import { inputsOf } from "./inputs";

const fact = (id: string, formula: string | null = null): FactView => ({
  id,
  measure: "owed to you",
  subject: "Acme",
  period: "23 Nov 2026",
  basis: null,
  value: "$5.00",
  formula,
  source: {
    organisation: "Banksia",
    endpoint: "Invoices",
    recordIds: [],
    records: 1,
    link: null,
    fetchedAt: "2026-11-23T05:00:00Z",
    digest: "",
  },
});
const figure = (formula: string | null, ...facts: FactView[]) => ({
  text: "$5.00",
  value: "5.00",
  currency: "AUD",
  status: "derived" as const,
  formula,
  facts,
});
const ids = (facts: FactView[]) => facts.map(({ id }) => id);

test("follows a formula down to what was read", () => {
  const nested = figure("F9 − F1", fact("F10", "F9 − F1"), fact("F1"), fact("F9", "F2 + F1"), fact("F2"));
  expect(ids(inputsOf(nested))).toEqual(["F9", "F2", "F1"]);
});

test("leaves out facts that agree with a figure but took no part in it", () => {
  expect(inputsOf(figure(null, fact("F1"), fact("F2")))).toEqual([]);
  expect(ids(inputsOf(figure("F1 + F3", fact("F4"), fact("F2"), fact("F1"), fact("F3"))))).toEqual(["F1", "F3"]);
});

test("ends where formulas name each other", () => {
  expect(ids(inputsOf(figure("F1 + F2", fact("F1", "F2"), fact("F2", "F1"))))).toEqual(["F1", "F2"]);
});
