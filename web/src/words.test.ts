import { expect, test } from "vitest";
import { callsLeft } from "./words";

test("tells what is left of the day's calls and when they are back", () => {
  expect(callsLeft({ left: 612, allowed: 1000, resetsAt: "2026-11-28T00:00:00Z" })).toMatch(
    /^612 of 1,000 Xero calls left today, resets at \d{1,2}:\d{2}\s[ap]m \S+$/,
  );
});
