import { expect, test } from "vitest";
import { costOf, dollars, holderOf, lackOf, monthsOn, monthWords, priceOf, shareOf, standingOf, usedWords } from "./amounts";
import type { BudgetView, Used } from "./usage";

const used = (costUsd: string, replies: number, unpricedReplies: number): Used => ({
  replies,
  usage: { freshInput: 40_000, cacheRead: 8_000, cacheWrite: 210, output: 3_120 },
  costUsd,
  unpricedReplies,
});
const budget: BudgetView = {
  of: "account",
  unit: "usd",
  limit: "5.00",
  spent: "4.10",
  reserved: "0.00",
  left: "0.90",
  resetsAt: "2026-11-30T13:00:00Z",
  note: null,
};

test.each([
  ["0", "US$0.00"],
  ["0.00", "US$0.00"],
  ["0.0000528", "US$0.000053"],
  ["0.0031249", "US$0.0031"],
  ["0.01", "US$0.01"],
  ["1.005", "US$1.01"],
  ["1234.5", "US$1,234.50"],
  ["90071992547409.935", "US$90,071,992,547,409.94"],
])("shows %s dollars to the cent, below a cent to two digits", (exact, words) => {
  expect(dollars(exact)).toBe(words);
});

test("calls a cost unknown rather than nothing, and says what a sum lacks", () => {
  expect([costOf(used("0", 2, 2)), lackOf(used("0", 2, 2))]).toEqual(["unknown", null]);
  expect([costOf(used("0.03", 3, 1)), lackOf(used("0.03", 3, 1))]).toEqual([
    "US$0.03",
    "and 1 reply whose cost is unknown",
  ]);
  expect(lackOf(used("0.03", 5, 2))).toBe("and 2 replies whose cost is unknown");
  expect([costOf(used("0", 2, 0)), lackOf(used("0", 2, 0))]).toEqual(["US$0.00", null]);
  expect(costOf(used("0", 0, 0))).toBe("US$0.00");
});

test("names the price that counted, and calls none unknown where the cost is known", () => {
  const model = { provider: "anthropic", model: "claude" };
  const prices = [
    { ...model, ...used("0.03", 2, 0), priceVersion: "2026-10-27 anthropic/claude" },
    { ...model, ...used("0", 2, 2), priceVersion: null },
    { ...model, ...used("0.03", 2, 0), priceVersion: null },
  ];
  expect(prices.map(priceOf)).toEqual([
    "Price: 2026-10-27 anthropic/claude",
    "No price is known",
    "Which price counted is not known",
  ]);
});

test("counts all that was read as tokens in", () => {
  expect(usedWords(used("0", 12, 0))).toBe("12 replies, 48,210 tokens in, 3,120 out");
  expect(usedWords(used("0", 1, 0))).toMatch(/^1 reply, /);
});

test("says what a budget stands at, in its own unit", () => {
  expect(standingOf(budget)).toBe("US$4.10 of US$5.00 spent, US$0.90 left until 1 December 2026 (Sydney time)");
  expect(standingOf({ ...budget, reserved: "0.20", left: "0.70" })).toContain(
    "spent, US$0.20 set aside for answers under way, US$0.70 left",
  );
  const tokens: BudgetView = { ...budget, of: "server", unit: "tokens", limit: "5000000", spent: "61320", reserved: "0", left: "4938680" };
  expect(standingOf(tokens)).toMatch(/^61,320 of 5,000,000 spent, 4,938,680 left until /);
  expect([holderOf(budget), holderOf(tokens)]).toEqual(["Yours, in US dollars", "Of this server, in tokens"]);
});

test("counts what is set aside as gone, and no more than all", () => {
  expect(shareOf({ ...budget, spent: "2.00", reserved: "0.50" })).toBe(0.5);
  expect(shareOf({ ...budget, spent: "6.00" })).toBe(1);
});

test("goes from month to month over the years", () => {
  expect([monthsOn("2026-01", -1), monthsOn("2026-12", 1), monthsOn("2026-03", -1)]).toEqual([
    "2025-12",
    "2027-01",
    "2026-02",
  ]);
  expect(monthWords("2026-11")).toBe("November 2026");
});
