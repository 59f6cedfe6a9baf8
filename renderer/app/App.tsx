/**
 * The page from its outside: memory of the core, look, and the gate that decides which screen may be seen.
 *
 * How a screen is written here
 * - One folder a task (`renderer/<task>/`), one file an idea. `app/PlaceView.tsx` says which screen stands at which
 *   `Place`; go somewhere with `goTo({ at: "loan", loanId })` and back with `goBack()` (`app/place.ts`). Parameters of
 *   a place are the screen's props.
 * - Begin with `<PageHeading>`. The focus goes there when the page opens, or into the field marked `first` (ours) or
 *   `data-first-focus` (Mantine's).
 * - Read with `useCall("loans.get", { loanId })`: `value`, `error`, `loading`, `again()`. The core's events refresh it
 *   (`bridge/freshness.ts`); calls that ask a lender are never repeated by themselves. `everyMs` asks again while the
 *   screen is open.
 * - Act with `useAction("repayments.capture")`: `await action.run(input)` gives the envelope, a second press gets the
 *   first one's answer. Show `<ErrorNote error={action.error} again={action.again} />`; a refusal that names a field
 *   goes beside it with `showOnField` (`bridge/formErrors.ts`), its sentence from `useErrorWords()`
 *   (`bridge/errorSentence.ts`). Nothing here throws for an expected failure.
 * - Who is signed in: `usePerson()` (`bridge/session.ts`); office, till, currency, providers: `useOffice()` and
 *   `useProvider("repayment")` (`app/office.ts`).
 * - Every word stands in `i18n/<language>/<namespace>.ts` for en, sq, ro, ru and mk. A key that English does not have is
 *   a type error; one that is missing in Romanian too, in the others `test/renderer/words.test.ts` names it.
 *   Plurals: `key_one`, `key_other`, in Romanian also `key_few`, in Russian `key_few` and `key_many`.
 * - Colours and spaces come from `theme/tokens.css` (`var(--certain)`, 8 px grid), styles from CSS modules.
 * - Questions are `<Question>` with verbs; nothing else opens over a page.
 */
import { QueryClientProvider } from "@tanstack/react-query";
import { useEffect } from "react";
import { followEvents, queryClient } from "../bridge/queryClient.ts";
import { ThemeProvider } from "../theme/ThemeProvider.tsx";
import { Gate } from "./Gate.tsx";

export function App() {
  useEffect(followEvents, []);
  return (
    <QueryClientProvider client={queryClient}>
      <ThemeProvider>
        <Gate />
      </ThemeProvider>
    </QueryClientProvider>
  );
}
