import type { FactView, FigureView } from "./api";

/**
 * The facts that a figure was worked out of, in the order its formula names them, each followed by the ones it was
 * itself worked out of. A figure's other facts agree with it too, but took no part in it.
 */
export function inputsOf(figure: FigureView): FactView[] {
  const inputs = new Map<string, FactView>();
  const follow = (formula: string | null) => {
    for (const id of formula?.match(/\bF\d+\b/g) ?? []) {
      const fact = figure.facts.find((each) => each.id === id);
      if (fact !== undefined && !inputs.has(id)) {
        inputs.set(id, fact);
        follow(fact.formula);
      }
    }
  };
  follow(figure.formula);
  return [...inputs.values()];
}
