/** Saves a dispute's frozen file where a person chooses in the system's own dialog. */
import { useState } from "react";
import type { DisputeView } from "../../shared/api/disputes.ts";
import type { CallError } from "../../shared/errors.ts";
import { useAction } from "../bridge/useAction.ts";

export type SaveEvidence = {
  save: (dispute: Pick<DisputeView, "disputeId" | "fileName">) => Promise<void>;
  savedTo: string | null;
  busy: boolean;
  error: CallError | null;
};

export function useSaveEvidence(): SaveEvidence {
  const write = useAction("disputes.save");
  const [dialogError, setDialogError] = useState<CallError | null>(null);
  return {
    async save({ disputeId, fileName }) {
      setDialogError(null);
      write.reset();
      const chosen = await window.counterfoil.files.saveAs({
        purpose: "disputes.save",
        suggestedName: fileName,
      });
      if (!chosen.ok) setDialogError(chosen.error);
      else if (chosen.value !== null) await write.run({ disputeId, path: chosen.value.token });
    },
    savedTo: write.value?.path ?? null,
    busy: write.busy,
    error: dialogError ?? write.error,
  };
}
