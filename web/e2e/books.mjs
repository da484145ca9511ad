/** The pretend books as ./pip sandbox export writes them: what an answer must agree with, worked out without Pip. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The rows of a table, each by column (RFC 4180). */
export function table(folder, name) {
  const rows = [[""]];
  let quoted = false;
  for (const letter of readFileSync(join(folder, `${name}.csv`), "utf8").replaceAll("\r", "")) {
    const row = rows.at(-1);
    if (letter === '"') {
      quoted = !quoted;
    } else if (!quoted && letter === ",") {
      row.push("");
    } else if (!quoted && letter === "\n") {
      rows.push([""]);
    } else {
      row[row.length - 1] += letter;
    }
  }
  const [columns, ...lines] = rows.filter((row) => row.length > 1);
  return lines.map((line) => Object.fromEntries(columns.map((column, at) => [column, line[at]])));
}

const cents = (text) => Math.round(Number(text) * 100);
const sum = (amounts) => amounts.reduce((total, each) => total + each, 0);

/** What customers owe, and what of it is overdue on that day, in cents; these books are in AUD. */
export function owed(folder, today) {
  const open = table(folder, "invoices").filter((each) => each.type === "ACCREC" && each.status === "AUTHORISED");
  const overdue = open.filter((each) => each.due_date < today && cents(each.due) > 0);
  return { all: sum(open.map((each) => cents(each.due))), overdue: sum(overdue.map((each) => cents(each.due))) };
}

/** The net profit from one day to another, in cents. */
export function profit(folder, from, to) {
  const lines = table(folder, "journal").filter(
    (each) => ["REVENUE", "EXPENSE"].includes(each.account_class) && each.date >= from && each.date <= to,
  );
  return -sum(lines.map((each) => cents(each.amount)));
}

/** Cents as an answer shows them. */
export const shown = (amount) =>
  `$${(amount / 100).toLocaleString("en-AU", { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;
