/** Does something through the core: one at a time, with the failure and the way to try again as values. */
import { useCallback, useRef, useState } from "react";
import type { CallInput, CallName, CallValue } from "../../shared/api.ts";
import type { CallError, Envelope } from "../../shared/errors.ts";
import { call } from "./call.ts";
import { staleAfterAction } from "./freshness.ts";
import { markStale } from "./queryClient.ts";

export type Action<Name extends CallName> = {
  /** Makes the call. While one is under way a second gets the first one's answer: a double click is harmless. */
  run: (input: CallInput<Name>) => Promise<Envelope<CallValue<Name>>>;
  busy: boolean;
  error: CallError | null;
  value: CallValue<Name> | undefined;
  /** The same call with the same input; null where there is nothing to repeat. */
  again: (() => void) | null;
  reset: () => void;
};

type ActionState<Name extends CallName> = {
  busy: boolean;
  error: CallError | null;
  value: CallValue<Name> | undefined;
  input: CallInput<Name> | undefined;
};

export function useAction<Name extends CallName>(name: Name): Action<Name> {
  const [state, setState] = useState<ActionState<Name>>({
    busy: false,
    error: null,
    value: undefined,
    input: undefined,
  });
  const underWay = useRef<Promise<Envelope<CallValue<Name>>> | null>(null);

  const run = useCallback(
    (input: CallInput<Name>) => {
      if (underWay.current !== null) return underWay.current;
      setState({ busy: true, error: null, value: undefined, input });
      const answer = call(name, input).then((reply) => {
        underWay.current = null;
        markStale(staleAfterAction(name));
        setState({
          busy: false,
          error: reply.ok ? null : reply.error,
          value: reply.ok ? reply.value : undefined,
          input,
        });
        return reply;
      });
      underWay.current = answer;
      return answer;
    },
    [name],
  );

  const reset = useCallback(
    () => setState({ busy: false, error: null, value: undefined, input: undefined }),
    [],
  );
  const { input } = state;
  return {
    run,
    busy: state.busy,
    error: state.error,
    value: state.value,
    again: input === undefined || state.busy ? null : () => void run(input),
    reset,
  };
}
