/** All words in English, by namespace. */
import { accounts } from "./en/accounts.ts";
import { approvals } from "./en/approvals.ts";
import { common } from "./en/common.ts";
import { continuity } from "./en/continuity.ts";
import { customers } from "./en/customers.ts";
import { disputes } from "./en/disputes.ts";
import { errors } from "./en/errors.ts";
import { frame } from "./en/frame.ts";
import { help } from "./en/help.ts";
import { home } from "./en/home.ts";
import { journal } from "./en/journal.ts";
import { letters } from "./en/letters.ts";
import { loans } from "./en/loans.ts";
import { news } from "./en/news.ts";
import { outbox } from "./en/outbox.ts";
import { payout } from "./en/payout.ts";
import { printing } from "./en/printing.ts";
import { reasons } from "./en/reasons.ts";
import { repayments } from "./en/repayments.ts";
import { scanning } from "./en/scanning.ts";
import { settings } from "./en/settings.ts";
import { setup } from "./en/setup.ts";
import { signIn } from "./en/signIn.ts";
import { states } from "./en/states.ts";
import { till } from "./en/till.ts";
import { training } from "./en/training.ts";
import { transfers } from "./en/transfers.ts";

export const en = {
  approvals,
  common,
  continuity,
  errors,
  states,
  frame,
  setup,
  signIn,
  home,
  loans,
  payout,
  reasons,
  repayments,
  outbox,
  till,
  transfers,
  disputes,
  news,
  journal,
  customers,
  accounts,
  letters,
  training,
  settings,
  help,
  printing,
  scanning,
} as const;
