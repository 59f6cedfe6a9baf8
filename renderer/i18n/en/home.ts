/** The day's work. */
export const home = {
  title: "Today",
  tillClosed: {
    title: "The till is closed",
    text: "Open it with the counted float before any money moves.",
    button: "Open the till",
  },
  payouts: {
    title: "Payouts begun without an end",
    text: "The program stopped while cash was handed over. Count the drawer and say whether the customer has the cash.",
    begun: "Begun {{when}} by {{name}}.",
    button: "Settle",
  },
  attention: {
    title: "Needs a person",
    empty: "No payment needs a person.",
    all: "All in the outbox",
  },
  loans: {
    title: "Loans waiting for us",
    empty: "No loan waits for this counter. New ones appear here when the lender has decided.",
    all: "All loans",
    lenderTitle: "Waiting for the lender",
    lenderEmpty: "No loan waits for the lender.",
  },
  queue: {
    title: "On the way",
    empty: "Every payment taken here is certain.",
    all: "Open the outbox",
  },
  actions: { title: "Begin", keys: "or press the key anywhere" },
} as const;
