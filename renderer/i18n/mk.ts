/** All words in Macedonian, by namespace. */
import { accounts } from "./mk/accounts.ts";
import { common } from "./mk/common.ts";
import { customers } from "./mk/customers.ts";
import { errors } from "./mk/errors.ts";
import { frame } from "./mk/frame.ts";
import { help } from "./mk/help.ts";
import { home } from "./mk/home.ts";
import { journal } from "./mk/journal.ts";
import { letters } from "./mk/letters.ts";
import { loans } from "./mk/loans.ts";
import { outbox } from "./mk/outbox.ts";
import { payout } from "./mk/payout.ts";
import { printing } from "./mk/printing.ts";
import { repayments } from "./mk/repayments.ts";
import { scanning } from "./mk/scanning.ts";
import { settings } from "./mk/settings.ts";
import { setup } from "./mk/setup.ts";
import { signIn } from "./mk/signIn.ts";
import { states } from "./mk/states.ts";
import { till } from "./mk/till.ts";
import { training } from "./mk/training.ts";

export const mk = {
  common,
  errors,
  states,
  frame,
  setup,
  signIn,
  home,
  loans,
  payout,
  repayments,
  outbox,
  till,
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
