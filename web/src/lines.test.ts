import { expect, test } from "vitest";
import type { PieceView } from "./api";
import { blocksOf } from "./lines";

const text = (words: string): PieceView => ({ text: words, figure: null });
const amount: PieceView = {
  text: "$5",
  figure: { text: "$5", value: "5.00", currency: "AUD", status: "verified", formula: null, facts: [] },
};

test("keeps figures in their lines and parts paragraphs at empty lines", () => {
  expect(blocksOf([text("You are owed "), amount, text(" in all.\nTwo owe you.\n\n\nThat is it.")])).toEqual([
    { kind: "paragraph", lines: [[text("You are owed "), amount, text(" in all.")], [text("Two owe you.")]] },
    { kind: "paragraph", lines: [[text("That is it.")]] },
  ]);
});

test("makes a list of lines that start with a dash", () => {
  expect(blocksOf([text("These:\n- Acme "), amount, text("\n- "), amount, text(" Bolt\nDone.")])).toEqual([
    { kind: "paragraph", lines: [[text("These:")]] },
    { kind: "list", lines: [[text("Acme "), amount], [amount, text(" Bolt")]] },
    { kind: "paragraph", lines: [[text("Done.")]] },
  ]);
});

test("finds lines and dashes in whatever pieces the words came", () => {
  const pieces = ["The", "se:", "\n", "-", " ", "Acme", " ", "\n-", " Bolt"].map(text);
  expect(blocksOf(pieces)).toEqual(blocksOf([text("These:\n- Acme \n- Bolt")]));
  expect(blocksOf(pieces).map(({ kind }) => kind)).toEqual(["paragraph", "list"]);
});

test("does not take a minus sign for a dash", () => {
  expect(blocksOf([text("-5 degrees")])).toEqual([{ kind: "paragraph", lines: [[text("-5 degrees")]] }]);
});

test("has no block for an answer without words", () => {
  expect(blocksOf([])).toEqual([]);
  expect(blocksOf([text("\n  \n")])).toEqual([]);
});
