/** The training desk: plays the lender's staff, the bad days and the line, in training mode only. */
import type { CallValue } from "../../shared/api.ts";
import { Refusal } from "../../shared/errors.ts";
import { TrainingRefusal, type TrainingRefusalCode } from "../training/contract.ts";
import type { DeskCalls } from "./context.ts";

export type TrainingStatus = CallValue<"training.status">;

/** The other side of the training counter. */
export interface TrainingSide {
  decide(loanRef: string, decision: "approve" | "reject" | "authorise"): Promise<string>;
  misbehave(providerId: string, kind: string, times: number): void;
  /** Down: none of the training providers can be reached. */
  setLine(up: boolean): Promise<void>;
  status(): TrainingStatus;
}

type TrainingCalls = DeskCalls<
  "training.decide" | "training.misbehave" | "training.line" | "training.status"
>;

const codes = {
  unknownKind: ["invalidInput", "kind"],
  unknownOperation: ["invalidInput", "kind"],
  unknownLoan: ["unknownLoan", "loanRef"],
  wrongStep: ["stepOutOfOrder", "decision"],
  badAmount: ["invalidInput", "amountMinor"],
  portTaken: ["notAvailable", null],
} as const satisfies Record<TrainingRefusalCode, readonly [string, string | null]>;

async function onTheOtherSide<Value>(work: () => Value | Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof TrainingRefusal)) throw error;
    const [code, field] = codes[error.code];
    throw new Refusal(code, error.message, field === null ? {} : { field });
  }
}

/** `side` is null at the office's own counter. */
export function createTrainingDesk(side: TrainingSide | null): TrainingCalls {
  function present(): TrainingSide {
    if (side === null) throw new Refusal("trainingOnly", "This is for training mode only.");
    return side;
  }
  return {
    "training.decide": ({ loanRef, decision }) =>
      onTheOtherSide(async () => ({ loanRef, step: await present().decide(loanRef, decision) })),
    "training.misbehave": ({ providerId, kind, times }) =>
      onTheOtherSide(() => {
        present().misbehave(providerId, kind, times);
        return {};
      }),
    "training.line": ({ up }) =>
      onTheOtherSide(async () => {
        await present().setLine(up);
        return { up };
      }),
    "training.status": () => present().status(),
  };
}
