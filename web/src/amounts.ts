/** What models used and what it cost, in words. Amounts come as decimal strings and stay exact until they are shown. */
import type { BudgetView, ModelUsed, Used } from "./usage";
import { counted } from "./words";

const cents = new Intl.NumberFormat("en-AU", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const smaller = new Intl.NumberFormat("en-AU", { maximumSignificantDigits: 2 });
const whole = new Intl.NumberFormat("en-AU", { maximumFractionDigits: 0 });
const monthAndYear = new Intl.DateTimeFormat("en-AU", { month: "long", year: "numeric", timeZone: "UTC" });
const dayInSydney = new Intl.DateTimeFormat("en-AU", { dateStyle: "long", timeZone: "Australia/Sydney" });

/** To the cent, below a cent to two digits, with its currency. */
export function dollars(exact: string): string {
  const small = Number(exact) > 0 && Number(exact) < 0.01;
  return `US$${(small ? smaller : cents).format(exact as Intl.StringNumericLiteral)}`;
}

/** What is known of the cost; `unknown` where nothing is. */
export const costOf = ({ replies, costUsd, unpricedReplies }: Used) =>
  unpricedReplies > 0 && unpricedReplies === replies ? "unknown" : dollars(costUsd);

/** Of how many replies the cost is not in it; null when all of it is known, or nothing. */
export const lackOf = ({ replies, unpricedReplies }: Used) =>
  unpricedReplies === 0 || unpricedReplies === replies
    ? null
    : `and ${counted(unpricedReplies, "reply", "replies")} whose cost is unknown`;

/** The price that counted; of an answer that was interrupted only its cost is kept. */
export function priceOf({ replies, unpricedReplies, priceVersion }: ModelUsed): string {
  if (priceVersion != null) {
    return `Price: ${priceVersion}`;
  }
  return unpricedReplies === replies ? "No price is known" : "Which price counted is not known";
}

/** Such as `12 replies, 48,210 tokens in, 3,120 out`. */
export function usedWords({ replies, usage }: Used): string {
  const input = usage.freshInput + usage.cacheRead + usage.cacheWrite;
  return `${counted(replies, "reply", "replies")}, ${counted(input, "token")} in, ${whole.format(usage.output)} out`;
}

const holders: Record<BudgetView["of"], string> = {
  account: "Yours",
  organisation: "Of this organisation",
  server: "Of this server",
};

export const holderOf = ({ of, unit }: BudgetView) => `${holders[of]}, in ${unit === "usd" ? "US dollars" : "tokens"}`;

/** What a budget stands at, a sentence. */
export function standingOf({ unit, limit, spent, reserved, left, resetsAt }: BudgetView): string {
  const amount = (exact: string) => (unit === "usd" ? dollars(exact) : whole.format(exact as Intl.StringNumericLiteral));
  const held = Number(reserved) > 0 ? `, ${amount(reserved)} set aside for answers under way` : "";
  return (
    `${amount(spent)} of ${amount(limit)} spent${held}, ${amount(left)} left ` +
    `until ${dayInSydney.format(new Date(resetsAt))} (Sydney time)`
  );
}

/** Of the limit, what is spent and set aside, for a bar: 0 to 1. */
export const shareOf = ({ limit, spent, reserved }: BudgetView) =>
  Math.min(1, (Number(spent) + Number(reserved)) / Number(limit));

/** Such as `November 2026` of `2026-11`. */
export const monthWords = (month: string) => monthAndYear.format(new Date(`${month}-01T00:00:00Z`));

/** The month so many after it, or before. */
export function monthsOn(month: string, count: number): string {
  const first = new Date(`${month}-01T00:00:00Z`);
  first.setUTCMonth(first.getUTCMonth() + count);
  return first.toISOString().slice(0, 7);
}
