/** Lays an answer's pieces out as paragraphs and lists: new lines and `- ` are all the layout an answer has. */
import type { PieceView } from "./api";

export interface Block {
  kind: "paragraph" | "list";
  /** A paragraph's lines, or a list's items. */
  lines: PieceView[][];
}

export function blocksOf(pieces: PieceView[]): Block[] {
  const blocks: Block[] = [];
  let last: Block["kind"] | null = null;
  for (const line of linesOf(joined(pieces))) {
    if (line.every(({ text, figure }) => figure === null && text.trim() === "")) {
      last = null;
      continue;
    }
    const item = withoutDash(line);
    const kind = item === null ? "paragraph" : "list";
    if (last === kind) {
      blocks.at(-1)!.lines.push(item ?? line);
    } else {
      blocks.push({ kind, lines: [item ?? line] });
    }
    last = kind;
  }
  return blocks;
}

/** A model's words come in pieces of any size: a line's dash may be in another one than what follows it. */
function joined(pieces: PieceView[]): PieceView[] {
  const all: PieceView[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    if (piece.figure === null && last?.figure === null) {
      all[all.length - 1] = { text: last.text + piece.text, figure: null };
    } else {
      all.push(piece);
    }
  }
  return all;
}

function linesOf(pieces: PieceView[]): PieceView[][] {
  let line: PieceView[] = [];
  const lines = [line];
  for (const piece of pieces) {
    if (piece.figure !== null) {
      line.push(piece);
      continue;
    }
    const [first = "", ...others] = piece.text.split("\n");
    if (first !== "") {
      line.push({ text: first, figure: null });
    }
    for (const text of others) {
      line = text === "" ? [] : [{ text, figure: null }];
      lines.push(line);
    }
  }
  return lines;
}

/** The line as a list's item; null when it is none. */
function withoutDash(line: PieceView[]): PieceView[] | null {
  const [first, ...others] = line;
  if (first === undefined || first.figure !== null || !/^\s*[-•] /.test(first.text)) {
    return null;
  }
  const text = first.text.replace(/^\s*[-•] /, "");
  return text === "" ? others : [{ text, figure: null }, ...others];
}
