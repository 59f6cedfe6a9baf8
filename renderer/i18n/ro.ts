/** All words in Romanian, by namespace. */
import { accounts } from "./ro/accounts.ts";
import { approvals } from "./ro/approvals.ts";
import { common } from "./ro/common.ts";
import { continuity } from "./ro/continuity.ts";
import { customers } from "./ro/customers.ts";
import { disputes } from "./ro/disputes.ts";
import { errors } from "./ro/errors.ts";
import { frame } from "./ro/frame.ts";
import { help } from "./ro/help.ts";
import { home } from "./ro/home.ts";
import { journal } from "./ro/journal.ts";
import { letters } from "./ro/letters.ts";
import { loans } from "./ro/loans.ts";
import { news } from "./ro/news.ts";
import { outbox } from "./ro/outbox.ts";
import { payout } from "./ro/payout.ts";
import { printing } from "./ro/printing.ts";
import { reasons } from "./ro/reasons.ts";
import { repayments } from "./ro/repayments.ts";
import { scanning } from "./ro/scanning.ts";
import { settings } from "./ro/settings.ts";
import { setup } from "./ro/setup.ts";
import { signIn } from "./ro/signIn.ts";
import { states } from "./ro/states.ts";
import { till } from "./ro/till.ts";
import { training } from "./ro/training.ts";
import { transfers } from "./ro/transfers.ts";

export const ro = {
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
