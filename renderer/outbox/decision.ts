/** What a person may decide about an item, and what comes of giving cash back. */
import type { CallValue } from "../../shared/api.ts";
import type { OutboxItem } from "../../shared/outbox.ts";

export type Decision = OutboxItem["decisions"][number];
export type GivenBack = CallValue<"repayments.giveBack">;
