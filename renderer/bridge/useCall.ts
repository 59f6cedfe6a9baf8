/** Reads something from the core and keeps it fresh. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api, type CallInput, type CallName, type CallValue } from "../../shared/api.ts";
import type { CallError } from "../../shared/errors.ts";
import { asCallError, callOrThrow } from "./call.ts";
import { lenderReads } from "./freshness.ts";
import { useSignedIn } from "./session.ts";

export type CallAnswer<Name extends CallName> = {
  /** Undefined until the first answer; the last good one while a newer is fetched or has failed. */
  value: CallValue<Name> | undefined;
  error: CallError | null;
  /** True while there is nothing to show yet. */
  loading: boolean;
  /** True whenever a request is under way. */
  busy: boolean;
  again: () => void;
};

export type CallOptions = {
  /** False: not asked yet, for example while the form is incomplete. */
  enabled?: boolean;
  /** Asks again after this time while the screen is open. Not below 5 seconds for anything a lender answers. */
  everyMs?: number;
  /** Shows the last answer while another input's is fetched: for lists that page and quotes while typing. */
  keepPrevious?: boolean;
};

export function useCall<Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
  { enabled = true, everyMs, keepPrevious = false }: CallOptions = {},
): CallAnswer<Name> {
  const signedIn = useSignedIn();
  const asksLender = lenderReads.includes(name);
  const query = useQuery({
    queryKey: [name, input],
    queryFn: () => callOrThrow(name, input),
    // While the counter is locked nothing is asked that needs a person: what is on the hidden screen stays.
    enabled: enabled && (signedIn || api[name].caller === "anyone"),
    refetchInterval: everyMs ?? false,
    staleTime: asksLender ? Number.POSITIVE_INFINITY : 0,
    ...(asksLender ? { gcTime: 0 } : {}),
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
  });
  return {
    value: query.data,
    error: asCallError(query.error),
    loading: query.isLoading,
    busy: query.isFetching,
    again: () => void query.refetch(),
  };
}
