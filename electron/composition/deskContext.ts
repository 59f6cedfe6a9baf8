/** What the desks of one counter work with, put together from its parts. */
import { Refusal } from "../../shared/errors.ts";
import type { Limits } from "../../shared/limits.ts";
import type { Courier } from "../courier/contract.ts";
import type { DeskContext, OfficeFacts, Session } from "../desks/context.ts";
import type { DocumentStore } from "../documents/contract.ts";
import type { Journal } from "../journal/contract.ts";
import type { Keys } from "../journal/keys/keys.ts";
import { readOffice } from "../journal/office/queries.ts";
import { openShiftOf } from "../journal/till/queries.ts";
import type { Log } from "../logging/log.ts";
import type { Clock, ForkProcess, Printing, Random, Transport } from "../ports.ts";
import type { Approve } from "./approving.ts";
import type { ProviderShelf } from "./providerShelf.ts";
import type { Trust } from "./safety.ts";

/** What both counters of one program share. */
export interface CorePorts {
  clock: Clock;
  random: Random;
  transport: Transport;
  trust: Trust;
  printing: Printing | null;
  forkProcess: ForkProcess;
  log: Log;
  appVersion: string;
}

export interface ContextParts {
  ports: CorePorts;
  dataDir: string;
  journal: Journal;
  keys: Keys;
  courier: Courier;
  documents: DocumentStore;
  session: Session;
  shelf: ProviderShelf;
  training: boolean;
  limits: () => Limits;
  approve: Approve;
  emit: DeskContext["emit"];
}

/** A readable prefix and twelve random bytes: unique in this installation and beyond. */
export function newIdFrom(random: Random): (prefix: string) => string {
  return (prefix) => `${prefix}-${random.bytes(12).toString("hex")}`;
}

export function createDeskContext(parts: ContextParts): DeskContext {
  const { ports, journal, shelf } = parts;
  const { clock, random, transport, printing, appVersion, log } = ports;

  function office(): OfficeFacts {
    const record = readOffice(journal.sql);
    if (record === null || record.facts === null)
      throw new Refusal("notReady", "This office is not set up yet.");
    return { installationId: record.installationId, training: parts.training, ...record.facts };
  }

  return {
    journal,
    keys: parts.keys,
    courier: parts.courier,
    documents: parts.documents,
    clock,
    random,
    transport,
    printing,
    session: parts.session,
    dataDir: parts.dataDir,
    appVersion,
    limits: parts.limits,
    office,
    provider: shelf.get,
    providers: shelf.all,
    emit: parts.emit,
    openShift: () => {
      const shift = openShiftOf(journal.sql);
      if (shift === null) throw new Refusal("tillClosed", "The till is closed. Open it with a float first.");
      return shift.shiftId;
    },
    newId: newIdFrom(random),
    approve: parts.approve,
    log,
  };
}
