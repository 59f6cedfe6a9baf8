/** The courier of a counter that may only look and count: it carries nothing, and hands over to the real one. */
import { Refusal } from "../../shared/errors.ts";
import type { Courier } from "../courier/contract.ts";

function resting(): Refusal {
  return new Refusal("locked", "Nothing is sent until this till has been opened again.");
}

const nothing: Courier = {
  wake: () => undefined,
  sync: async () => {
    throw resting();
  },
  readBooks: async () => {
    throw resting();
  },
  heard: () => undefined,
  credentialsRenewed: () => undefined,
  connections: () => [],
  sending: () => 0,
  close: async () => undefined,
};

export interface WakeableCourier extends Courier {
  /** Starts the real courier once; later calls do nothing. */
  start(open: () => Courier): void;
}

export function createRestingCourier(): WakeableCourier {
  let real: Courier | null = null;
  let closed = false;
  const now = () => real ?? nothing;
  return {
    start: (open) => {
      if (real === null && !closed) real = open();
    },
    wake: () => now().wake(),
    sync: () => now().sync(),
    readBooks: (providerId, loanRef) => now().readBooks(providerId, loanRef),
    heard: (providerId, answer) => now().heard(providerId, answer),
    credentialsRenewed: (providerId) => now().credentialsRenewed(providerId),
    connections: () => now().connections(),
    sending: () => now().sending(),
    close: async () => {
      closed = true;
      await now().close();
    },
  };
}
