/** All words in Macedonian, by namespace. */
import { accounts } from "./mk/accounts.ts";
import { approvals } from "./mk/approvals.ts";
import { common } from "./mk/common.ts";
import { continuity } from "./mk/continuity.ts";
import { customers } from "./mk/customers.ts";
import { disputes } from "./mk/disputes.ts";
import { errors } from "./mk/errors.ts";
import { frame } from "./mk/frame.ts";
import { help } from "./mk/help.ts";
import { home } from "./mk/home.ts";
import { journal } from "./mk/journal.ts";
import { letters } from "./mk/letters.ts";
import { loans } from "./mk/loans.ts";
import { news } from "./mk/news.ts";
import { outbox } from "./mk/outbox.ts";
import { payout } from "./mk/payout.ts";
import { printing } from "./mk/printing.ts";
import { reasons } from "./mk/reasons.ts";
import { repayments } from "./mk/repayments.ts";
import { scanning } from "./mk/scanning.ts";
import { settings } from "./mk/settings.ts";
import { setup } from "./mk/setup.ts";
import { signIn } from "./mk/signIn.ts";
import { states } from "./mk/states.ts";
import { till } from "./mk/till.ts";
import { training } from "./mk/training.ts";
import { transfers } from "./mk/transfers.ts";

export const mk = {
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
