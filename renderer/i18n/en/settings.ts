/** The office's settings. */

import { entryWords } from "../../../shared/entryWords/en.ts";
import type { ShownLimit } from "../../settings/limits.ts";

export const settings = {
  title: "Settings",
  lead: "What you change here is written into the journal with your name.",
  adminOnly: "Only an administrator changes this. Ask {{names}}.",
  adminOnlyNobody: "Only an administrator changes this.",
  saved: "Saved.",
  sections: {
    own: "Yours",
    office: "Office and till",
    providers: "Systems",
    limits: "Limits",
    staff: "Staff",
    printers: "Printers",
    scanners: "Scanners",
    safety: "Data and safety",
    carry: "Another computer",
    network: "Network",
  },
  own: {
    text: "These are yours alone and come back whenever you sign in.",
    notTranslated: "The screens are not translated into this language yet and stay English.",
    zoom: "Larger or smaller letters: Ctrl + and Ctrl −. Ctrl 0 goes back.",
  },
  office: {
    text: "This stands on every receipt from now on. Receipts that exist do not change.",
    currencyHint: "Changes only with the till closed",
    languageHint: "Before somebody signs in, and on paper",
  },
  providers: {
    text: "Open a system with Enter to change or to test it. Passwords are sealed and never shown again.",
    inTraining: "In training the systems set themselves up. Here you can look at them and test them.",
    empty: "Lenders and other systems stand here. Add the first one with the letter that they sent you.",
    name: "Name",
    kind: "System",
    state: "Line",
    test: "test system",
    add: "Add a system",
    newTitle: "A new system",
    testNow: "Test the connection",
    back: "Back to the systems",
    advice: {
      answering: "All is well: address and password are right.",
      silent:
        "Nobody answered. Look at this computer’s network first, then compare the address below with the letter of the lender, letter by letter.",
      credentials:
        "The address is right, the password is not. Type user name and password below again, or ask the lender for new ones.",
      unknown: "Something answered, but not as this system does. Compare the address below with the letter.",
    },
  },
  limits: {
    text: "Each limit protects the office or the customer. Change one only when you know why it is there.",
    groups: {
      payout: "Paying out",
      offline: "Taking money without the line",
      doubt: "Settling a doubt",
      line: "Waiting for the lender",
      counter: "This counter",
    },
    units: {
      pieces: "payments",
      seconds: "seconds",
      minutes: "minutes",
      hours: "hours",
      days: "days",
    },
    names: entryWords.limits,
    meaning: {
      releaseCheckSeconds: "After this, the lender is asked again before cash leaves the till.",
      payoutApprovalAboveMinor: "Above this amount a second person types a PIN.",
      offlineMaxAmountMinor: "Without the line, one repayment may not be larger.",
      offlineMaxTotalMinor: "Without the line, all waiting repayments together may not be more.",
      offlineMaxCount: "Without the line, no more repayments than this may wait.",
      offlineMaxHours: "After so long without the line no more money is taken.",
      reconcileGraceMs: "So long the lender gets to finish before its books are read.",
      absentQuarantineMs: "Only two readings this far apart count as “not booked”.",
      acknowledgedAbsentMs: "The lender said yes, but its books did not move for this time.",
      connectTimeoutMs: "Then the line counts as down, and nothing was sent.",
      requestTimeoutMs: "Then it is not certain whether the lender booked, and its books are read.",
      retryBaseMs: "Each further try waits about twice as long.",
      idleLockSeconds: "What was typed stays; a PIN opens the counter again.",
      sessionHours: "Even a person who works all the time; what was typed stays.",
      blindCount: "A cashier counts the drawer first; only then the page says what should be in it.",
      retentionDays: "Counted from when everything about the customer is settled.",
    },
    usual: "Usual: {{usual}} {{unit}}.",
    wrong: "Type a number above zero, at most three digits after the point.",
    unchanged: "Nothing is changed.",
    changed_one: "{{count}} limit is changed, not saved yet.",
    changed_other: "{{count}} limits are changed, not saved yet.",
  },
  staff: {
    text: "Open a person with Enter. People are deactivated, never deleted: their names stand in the journal.",
    empty: "The people of this counter stand here.",
    name: "Name",
    role: "Role",
    state: "May sign in",
    active: "yes",
    inactive: "no, deactivated",
    add: "Add a person",
    newTitle: "A new person",
    nameHint: "As it stands in the journal and on receipts; it cannot be changed later",
    newPin: "New PIN",
    newPinHint: "Stays as it is when left empty",
    roles: {
      cashier: "Loans, payouts, repayments, the till",
      supervisor: "Also decides doubts, approves as the second person, takes the journal out",
      admin: "Also changes these settings",
    },
    added: "{{name}} can sign in now.",
    changed: "{{name}} is changed.",
    deactivate: "Deactivate",
    activate: "Activate again",
    keep: "Keep active",
    deactivateAsk: "Deactivate {{name}}?",
    deactivateText:
      "This person can no longer sign in or approve. Everything that was done in this name stays, and the person can be activated again.",
    deactivated: "{{name}} can no longer sign in.",
    activated: "{{name}} can sign in again.",
    locked: "locked out, {{left}} left",
    blocked: "locked out until a supervisor opens it",
    unlock: "Open this name again",
    unlocked: "{{name}} may try again.",
    hasCodes: "Approves with one-time codes from a telephone.",
    forgetCodes: "Forget the telephone",
    codesForgotten: "The telephone of {{name}} is forgotten.",
  },
  safety: {
    openJournal: "Open the journal",
    backUp: {
      button: "Back up now",
      supervisor: "A supervisor or an administrator makes backups.",
      done_one: "Backed up and counted: {{count}} entry, in {{path}}",
      done_other: "Backed up and counted: {{count}} entries, in {{path}}",
    },
    recovery: {
      title: "Recovery code",
      text: "It opens this till’s data when the computer’s own key is lost. It belongs on paper, in a sealed envelope.",
      button: "Show a code to print",
      admin: "An administrator prints it.",
      ask: "Show a recovery code?",
      askText:
        "From then on only the code that is shown now opens this till. Older papers with a code are void: destroy them.",
      leave: "Leave it as it is",
      make: "Show the code",
      shown: "Print it, seal it in an envelope and keep it away from this computer. It is shown only now.",
      done: "It is printed",
    },
    version: {
      title: "This program",
      version: "Version",
      keys: "Keys",
      keysByComputer: "The computer’s key store opens this till.",
      keysByCode: "This computer has no key store: the recovery code opens the till at each start.",
    },
  },
} as const satisfies {
  limits: {
    names: Record<ShownLimit, string>;
    meaning: Record<ShownLimit, string>;
    [other: string]: unknown;
  };
  [other: string]: unknown;
};
