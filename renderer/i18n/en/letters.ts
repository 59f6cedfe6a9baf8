/** No-dues letters. */
export const letters = {
  title: "No-dues letter",
  lead: "For a loan that is repaid: the lender’s paper that nothing is owed any more.",
  noProvider:
    "This office has no system that gives no-dues letters. An administrator adds one in the settings; then letters are fetched here.",
  loanId: "Loan number",
  loanIdHint: "As it was given to {{name}} when the loan was made",
  loanType: "Kind of loan",
  types: { PL: "PL: personal loan", ML: "ML: micro loan", CL: "CL: consumer loan" },
  button: "Fetch the letter",
  offer: {
    title: "This loan is repaid",
    text: "The customer can have the lender’s paper that nothing is owed any more.",
    fetched: "The no-dues letter was fetched",
    button: "No-dues letter",
  },
  problems: {
    notANumber: "Only letters, digits, points, dashes and slashes.",
  },
  refused: {
    title: "No letter now",
    todo: "If the customer has just paid the last instalment, ask again when the lender has closed the loan.",
  },
  due: {
    title: "Repaid, no letter yet",
    empty: "Nobody waits for a letter. A loan that is repaid here appears by itself.",
    all: "All letters",
  },
  fetched: {
    title: "Letters fetched here",
    empty: "Letters that are fetched here stand here, the newest first.",
  },
  close: "Back to the lists",
  letterOf: "Letter for loan {{loanId}}",
  kept: "Kept here, sealed.",
  keptFrom: "Fetched from {{host}} and kept here, sealed.",
  fileName: "No-dues letter {{loanId}}",
} as const;
