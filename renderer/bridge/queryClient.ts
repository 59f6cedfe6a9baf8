/** The page's memory of what the core said, and how it is made to forget. */
import { QueryClient } from "@tanstack/react-query";
import { type CallName, type EventName, eventNames } from "../../shared/api.ts";
import { staleAfterEvent } from "./freshness.ts";

export const queryClient = new QueryClient({
  defaultOptions: {
    // The core is in the same computer: the network card's state says nothing about it.
    queries: { networkMode: "always", retry: false, refetchOnWindowFocus: false, refetchOnReconnect: false },
    mutations: { networkMode: "always", retry: false },
  },
});

export function markStale(names: readonly CallName[]): void {
  for (const name of names) void queryClient.invalidateQueries({ queryKey: [name] });
}

function listen<Name extends EventName>(name: Name): () => void {
  return window.counterfoil.on(name, () => markStale(staleAfterEvent[name]));
}

/** Lets the core's events refresh what is on the screen; the function it gives ends that. */
export function followEvents(): () => void {
  const ends = eventNames.map((name) => listen(name));
  return () => {
    for (const end of ends) end();
  };
}
