/** The core's events: who listens, and telling them. */
import type { EventName, Events } from "../../shared/api.ts";
import { bugFacts, type Log } from "../logging/log.ts";

export interface EventDesk {
  on<Name extends EventName>(event: Name, listener: (payload: Events[Name]) => void): () => void;
  emit<Name extends EventName>(event: Name, payload: Events[Name]): void;
}

type Listeners = { [Name in EventName]: Set<(payload: Events[Name]) => void> };

export function createEventDesk(log: Log): EventDesk {
  const listeners: Listeners = {
    "outbox.changed": new Set(),
    "connection.changed": new Set(),
    "upload.progress": new Set(),
    "scan.progress": new Set(),
    "loan.changed": new Set(),
    "till.changed": new Set(),
    "session.locked": new Set(),
  };
  return {
    on: (event, listener) => {
      // One wrapper a registration, so that the same function may listen twice.
      const own: typeof listener = (payload) => listener(payload);
      listeners[event].add(own);
      return () => {
        listeners[event].delete(own);
      };
    },
    emit: (event, payload) => {
      for (const listener of [...listeners[event]]) {
        try {
          listener(payload);
        } catch (error) {
          // A listener's bug must not reach the desk that has just recorded money.
          log("error", "event.listenerBug", { event, ...bugFacts(error) });
        }
      }
    },
  };
}
