/** Registrations that were sent and got no answer: all of them, or those of one person. */
import type { CallValue } from "../../shared/api.ts";
import { useCall } from "../bridge/useCall.ts";

export type Doubt = CallValue<"customers.doubts">["doubts"][number];

export function useDoubts(idNumber?: string | null) {
  const list = useCall("customers.doubts", {});
  const doubts = (list.value?.doubts ?? []).filter(
    (doubt) => idNumber === undefined || doubt.idNumber === idNumber,
  );
  return { doubts, error: list.error, again: list.again };
}
