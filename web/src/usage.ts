// What was used, and the budgets it counts towards, as the server tells it.

/** Tokens in disjoint buckets; the output includes reasoning. */
export interface UsageView {
  freshInput: number;
  cacheRead: number;
  cacheWrite: number;
  output: number;
}

/** What was used: US dollars, a decimal string, of the replies whose price is known. */
export interface Used {
  replies: number;
  usage: UsageView;
  costUsd: string;
  unpricedReplies: number;
}

/** The price is null where none was known, and of what an answer used that was interrupted. */
export interface ModelUsed extends Used {
  provider: string;
  model: string;
  priceVersion: string | null;
}

/** What was used in a month such as 2026-11, which begins at midnight in Sydney. */
export interface UsageReport {
  month: string;
  total: Used;
  /** One for each price of a model. */
  models: ModelUsed[];
  /** Those that used most. */
  conversations: (Used & { conversationId: string; title: string })[];
  moreConversations: number;
  /** As they stand now, whichever month it is. */
  budgets: BudgetView[];
}

/** A hard limit on what models may use in a month; its amounts are decimal strings. */
export interface BudgetView {
  of: "account" | "organisation" | "server";
  unit: "usd" | "tokens";
  limit: string;
  spent: string;
  /** Set aside for answers that are under way. */
  reserved: string;
  left: string;
  resetsAt: string;
  /** What is left, once that is little. */
  note: string | null;
}
