/** The words for a person that more than one place needs. */
import type { FigureStatus, RunState } from "./api";

/** A figure's status, short and as a sentence. */
export const statusWords: Record<FigureStatus, { short: string; sentence: string }> = {
  verified: { short: "verified", sentence: "Verified: read from your books." },
  derived: { short: "worked out", sentence: "Worked out from figures in your books." },
  user: { short: "your figure", sentence: "This figure came from you." },
  unverified: {
    short: "not verified",
    sentence: "Not verified: Pip could not match this to a record. Check it before you rely on it.",
  },
};

type ShortOfWhole = Exclude<RunState, "running" | "completed" | "waiting">;

const outcomes: Record<ShortOfWhole, string> = {
  stopped: "You stopped this answer. Ask again whenever you like.",
  limited:
    "Pip reached its limit for one answer, so this may not be all. " +
    "Ask about a smaller part, such as one month or one customer.",
  failed: "Pip could not finish this answer. Your question is kept: ask it again in a moment.",
  interrupted: "Pip’s server stopped in the middle of this answer. Your question is kept: ask it again.",
};

/** How a run ended short of a whole answer and what to do next; the server's own words where it gave any. */
export const outcomeOf = (state: ShortOfWhole, error: string | null) =>
  error === null || error === "" ? outcomes[state] : error;

const moment = new Intl.DateTimeFormat("en-AU", {
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "numeric",
  minute: "2-digit",
  timeZoneName: "short",
});
const time = new Intl.DateTimeFormat("en-AU", { timeStyle: "short" });
const timeAndZone = new Intl.DateTimeFormat("en-AU", { hour: "numeric", minute: "2-digit", timeZoneName: "short" });
const day = new Intl.DateTimeFormat("en-AU", { day: "numeric", month: "short" });
const dayAndYear = new Intl.DateTimeFormat("en-AU", { dateStyle: "medium" });

/** Such as `23 Nov 2026, 4:15 pm AEDT`, as the terminal has it, in the reader's time zone. */
export const momentOf = (instant: string) => moment.format(new Date(instant));

/** The time today, the day this year, the date before that. */
export function shortMomentOf(instant: string, now: Date = new Date()): string {
  const at = new Date(instant);
  if (at.toDateString() === now.toDateString()) {
    return time.format(at);
  }
  return at.getFullYear() === now.getFullYear() ? day.format(at) : dayAndYear.format(at);
}

/** Such as `4 minutes`; rounded, so that it need not be told anew each second. */
export function leftUntil(instant: string, now: number = Date.now()): string {
  const seconds = Math.max(0, Math.round((new Date(instant).getTime() - now) / 1000));
  return seconds >= 60 ? counted(Math.round(seconds / 60), "minute") : counted(Math.ceil(seconds / 10) * 10, "second");
}

export const withCapital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

export const counted = (count: number, one: string, several = `${one}s`) =>
  `${count.toLocaleString("en-AU")} ${count === 1 ? one : several}`;

/** Such as `612 of 1,000 Xero calls left today, resets at 11:00 am AEDT`, in the reader's time zone. */
export const callsLeft = ({ left, allowed, resetsAt }: { left: number; allowed: number; resetsAt: string }) =>
  `${left.toLocaleString("en-AU")} of ${counted(allowed, "Xero call")} left today, ` +
  `resets at ${timeAndZone.format(new Date(resetsAt))}`;
