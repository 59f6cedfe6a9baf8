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
  offer: "No-dues letter",
  place: "The letter stands here once it is fetched: to be read, printed and saved.",
  problems: {
    notANumber: "Only letters, digits, points, dashes and slashes.",
    loanId: "There is no such loan. Compare the number, and the kind of loan.",
    loanType: "This kind of loan has no letter there. Choose the kind under which the loan was made.",
  },
  refused: {
    title: "No letter now",
    todo: "If the customer has just paid the last instalment, ask again when the lender has closed the loan.",
  },
  closed: { title: "Repaid at this counter" },
  letterOf: "Letter for loan {{loanId}}",
  kept: "Kept here, sealed.",
  keptFrom: "Fetched from {{host}} and kept here, sealed.",
  saveAs: "Save as a file",
  fileName: "No-dues letter {{loanId}}",
  printed: "Sent to {{printer}}.",
  saved: "Saved: {{path}}",
  notPrinted: "The printer did not print: {{message}}",
} as const;
