/** The outbox desk: what is queued, in doubt or needs a person, with its evidence, and what a person decides about it. */
import { countsByState, listItems, unsettledItems } from "../journal/outbox/queries.ts";
import type { ItemRecord } from "../journal/outbox/record.ts";
import type { DeskCalls, DeskContext } from "./context.ts";
import { resolveItem, voidItem } from "./outbox/resolve.ts";
import { asShown, countsAsShown, isSendingOff } from "./outbox/sendingOff.ts";
import { itemView } from "./outbox/view.ts";
import { findItem } from "./repayments/giveBack.ts";

const FIRST_PAGE = { number: 1, size: 500 };

export function createOutboxDesk(
  context: DeskContext,
): DeskCalls<"outbox.list" | "outbox.sync" | "outbox.resolve" | "outbox.void"> {
  const { journal, courier, emit, limits } = context;
  const view = (item: ItemRecord) =>
    itemView(asShown(context, item), {
      quarantineMs: limits().absentQuarantineMs,
      dueAt: (one) => courier.dueAt(one),
      isSendingOff: isSendingOff(context),
    });

  const counts = () => ({ queued: 0, ...countsAsShown(context, countsByState(journal.sql)) });

  function changed(itemId: string) {
    const item = findItem(journal.sql, itemId);
    emit("outbox.changed", { itemIds: [itemId] });
    if (item.loanId !== null) emit("loan.changed", { loanId: item.loanId });
    return view(item);
  }

  return {
    "outbox.list"({ page, ...filter }) {
      const queuedAsHeld = isSendingOff(context);
      const { items, total } = listItems(journal.sql, { ...filter, queuedAsHeld }, page ?? FIRST_PAGE);
      return { items: items.map(view), total, counts: counts() };
    },
    async "outbox.sync"() {
      await courier.sync();
      return { counts: counts(), open: unsettledItems(journal.sql).length };
    },
    async "outbox.resolve"(input, by) {
      await resolveItem(context, input, by);
      return changed(input.itemId);
    },
    async "outbox.void"(input, by) {
      await voidItem(context, input, by);
      courier.wake();
      return changed(input.itemId);
    },
  };
}
