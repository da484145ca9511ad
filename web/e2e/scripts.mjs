/** The scripted answers, as the events of a run; a word in the question chooses one. */

export function scriptFor(question) {
  const chosen = Object.entries(scripts).find(([word]) => question.toLowerCase().includes(word));
  return (chosen?.[1] ?? owed)();
}

const scripts = {
  endless,
  lost: loseConnection,
  fail: () => shortOf("failed", "The model refused the key. Set a new one and ask again."),
  limit: () => shortOf("limited", null),
  interrupt: () => shortOf("interrupted", null),
};

function* owed() {
  yield { type: "tool-started", callId: "c1", name: "open_invoices", label: "Reading open invoices" };
  yield { type: "tool-started", callId: "c2", name: "contacts", label: "Reading contacts" };
  yield finished("c2", "Read 12 contacts", false);
  yield finished("c1", "Read 3 open invoices", false);
  yield* words("Customers owe you ");
  yield figure("$9,380.50", "derived", "F1 + F2 + F3", [total, ...invoices]);
  yield* words(" as of today, over your target of ");
  yield figure("$5,000", "user", null, []);
  yield* words(".\n\nThe largest debts are:\n- Wattle & Sons Landscaping: ");
  yield figure("$6,200.00", "verified", null, [invoices[0]]);
  yield* words(", overdue since 3 Nov 2026\n- Kookaburra Cafés: ");
  yield figure("$2,680.50", "verified", null, [invoices[1]]);
  yield* words("\n- Old Mill Brewery: ");
  yield figure("$500.00", "verified", null, [invoices[2]]);
  yield* words("\n\nThat is about ");
  yield figure("18%", "unverified", null, []);
  yield* words(" more than a year ago. Would you like the invoices of one of them?");
  yield { type: "usage", usage: { freshInput: 900, cacheRead: 0, cacheWrite: 0, output: 120 }, costUsd: null };
}

function* endless() {
  for (let line = 1; ; line++) {
    yield* words(`Line ${line} of an answer that goes on until somebody stops it.\n`);
  }
}

function* loseConnection() {
  yield* words("Before the loss ");
  yield { type: "lose-connection", times: 5 };
  yield* words("and after it ");
  yield figure("$6,200.00", "verified", null, [invoices[0]]);
  yield* words(".");
}

function* shortOf(state, error) {
  yield { type: "tool-started", callId: "c1", name: "open_invoices", label: "Reading open invoices" };
  yield finished("c1", "Xero did not answer", true);
  yield* words("So far: ");
  yield { type: "finished", state, error };
}

function* words(text) {
  for (const word of text.match(/\s*\S+\s*/g)) {
    yield { type: "text", text: word };
  }
}

const figure = (text, status, formula, facts) => ({
  type: "figure",
  figure: {
    text,
    value: text.replace(/[$,%]/g, ""),
    currency: text.startsWith("$") ? "AUD" : null,
    status,
    formula,
    facts,
  },
});

const finished = (callId, summary, failed) => ({
  type: "tool-finished",
  tool: { callId, name: "tool", arguments: "{}", failed, summary, millis: 40 },
});

const source = (records, link) => ({
  organisation: "Banksia Bikes Pty Ltd",
  endpoint: "Invoices",
  recordIds: [],
  records,
  link,
  fetchedAt: "2026-11-23T05:15:00Z",
  digest: "0".repeat(64),
});

const fact = (id, subject, value, formula, from) => ({
  id,
  measure: "owed to you",
  subject,
  period: "23 Nov 2026",
  basis: "accruals",
  value,
  formula,
  source: from,
});

const invoice = (id, subject, value) =>
  fact(id, subject, value, null, source(1, `https://go.xero.com/AccountsReceivable/View.aspx?InvoiceID=${id}`));

const invoices = [
  invoice("F1", "Wattle & Sons Landscaping", "$6,200.00"),
  invoice("F2", "Kookaburra Cafés", "$2,680.50"),
  invoice("F3", "Old Mill Brewery", "$500.00"),
];
const total = fact("F4", "all customers", "$9,380.50", "F1 + F2 + F3", source(3, null));
