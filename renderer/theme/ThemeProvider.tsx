/** Mantine in the chosen look, with the page's nonce on every style element it writes. */
import { MantineProvider } from "@mantine/core";
import type { ReactNode } from "react";
import { useLook } from "./look.ts";
import { cssVariables, theme } from "./theme.ts";

/** The shell puts a fresh one into each answer (index.html, `csp-nonce`). */
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? "";

/** Mantine's own would write to the browser's storage, where nothing of ours belongs. */
const nothingKept = {
  get: () => "light" as const,
  set: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
};

/** For the libraries below Mantine that write style elements themselves (react-remove-scroll). */
Reflect.set(globalThis, "__webpack_nonce__", nonce);

export function ThemeProvider({ children }: { children: ReactNode }) {
  const look = useLook();
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={nothingKept}
      forceColorScheme={look === "dark" ? "dark" : "light"}
      getStyleNonce={() => nonce}
    >
      {children}
    </MantineProvider>
  );
}
