/** Disputing a difference or an entry, and the frozen evidence. */
export const disputes = {
  button: "Dispute this",
  title: "Disputes",
  lead: "Anybody may dispute. What is disputed is frozen as one file of evidence; no till and no entry is changed by it.",
  empty: "A difference at a closing, a payment and any entry of the journal can be disputed where it stands.",
  columns: { at: "When", by: "Who", about: "What", note: "What is disputed", file: "Evidence" },
  about: { shift: "a shift", item: "a payment", entry: "entry {{number}}" },
  ask: {
    title: { shift: "Dispute this shift", item: "Dispute this payment", entry: "Dispute entry {{number}}" },
    text: "The journal’s entries, receipts, the record of each sending, the clocks and the versions are frozen as they are now. Nothing is changed.",
    note: "What is not right",
    noteHint: "In your own words. It stands in the journal under your name.",
    button: "Freeze the evidence",
    leave: "Leave it",
  },
  frozen: "Frozen by {{name}}. The journal keeps its fingerprint:",
  save: "Save the evidence as a file",
  saved: "Saved: {{path}}",
  done: "Done",
  open: "Open what is disputed",
} as const;
