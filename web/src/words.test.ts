import { expect, test } from "vitest";
import { callsLeft, leftUntil } from "./words";

test("tells what is left of the day's calls and when they are back", () => {
  expect(callsLeft({ left: 612, allowed: 1000, resetsAt: "2026-11-28T00:00:00Z" })).toMatch(
    /^612 of 1,000 Xero calls left today, resets at \d{1,2}:\d{2}\s[ap]m \S+$/,
  );
});

test("tells what is left of a draft's time in words that change seldom", () => {
  const now = Date.parse("2026-11-28T00:00:00Z");
  const left = (seconds: number) => leftUntil(new Date(now + seconds * 1000).toISOString(), now);
  expect([300, 61, 59, 31, 1, 0, -5].map(left)).toEqual([
    "5 minutes",
    "1 minute",
    "60 seconds",
    "40 seconds",
    "10 seconds",
    "0 seconds",
    "0 seconds",
  ]);
});
