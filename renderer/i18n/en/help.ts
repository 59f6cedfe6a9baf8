/** Help: the keys, and what the states mean. */
export const help = {
  title: "Help",
  keysTitle: "Keys",
  keys: {
    tasks: "Open a task",
    everything: "Find anything: tasks, loans, receipts",
    back: "Back to where you were",
    home: "Today’s work",
    zoom: "Larger and smaller text",
    lists: "Move, open and page in a list",
    escape: "Close a question without harm",
    scanner:
      "A barcode reader works anywhere outside a field: a loan’s reference opens the repayment, a receipt opens its entry",
  },
  statesTitle: "What the edges mean",
  statesText: "Every payment is a slip with a stub. The edge between them tells how certain it is.",
  edges: {
    queued: "Taken here, not sent yet.",
    sending: "On its way to the lender.",
    unconfirmed: "Sent, but nobody knows yet. Never take or pay this money again.",
    posted: "Certain: the lender’s books show it.",
    attention: "A person must decide.",
    refused: "Refused or withdrawn: the cash goes back.",
    held: "Waits for the named reason.",
  },
  version: "Counterfoil {{version}}",
} as const;
