import { Fragment, memo } from "react";
import type { PieceView } from "../api";
import { blocksOf } from "../lines";
import { Figure } from "./Figure";

/** An answer's words and figures. */
export const AnswerText = memo(function AnswerText({ pieces }: { pieces: PieceView[] }) {
  return blocksOf(pieces).map((block, index) =>
    block.kind === "list" ? (
      <ul key={index}>
        {block.lines.map((line, at) => (
          <li key={at}>
            <Line pieces={line} />
          </li>
        ))}
      </ul>
    ) : (
      // Not a <p>: a figure's popover has lists inside.
      <div key={index} className="paragraph">
        {block.lines.map((line, at) => (
          <Fragment key={at}>
            {at > 0 && <br />}
            <Line pieces={line} />
          </Fragment>
        ))}
      </div>
    ),
  );
});

function Line({ pieces }: { pieces: PieceView[] }) {
  return pieces.map((piece, index) =>
    piece.figure === null ? (
      <Fragment key={index}>{piece.text}</Fragment>
    ) : (
      <Figure key={index} figure={piece.figure} />
    ),
  );
}
