/** The outbox: every payment taken or paid out here, by state; one of them with all that is known about it. */

import { ItemList } from "./ItemList.tsx";
import { ItemPage } from "./ItemPage.tsx";

export function OutboxPage({ itemId }: { itemId?: string }) {
  return itemId === undefined ? <ItemList /> : <ItemPage itemId={itemId} />;
}
