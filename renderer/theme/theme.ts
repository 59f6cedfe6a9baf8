/** Mantine's theme, set from the tokens: one accent, one font, square corners, no motion that one waits for. */
import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from "@mantine/core";

const ink: MantineColorsTuple = [
  "#eef3fb",
  "#dbe5f5",
  "#b5c9ea",
  "#8dacdf",
  "#6a92d5",
  "#4f7cc9",
  "#2f62b4",
  "#0b3f8a",
  "#083474",
  "#05285c",
];

/** A filled button takes both its colours from the tokens: each look has an ink of its own on its accent. */
const variantColors: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  return input.variant === "filled" && input.color === "ink"
    ? { ...colors, background: "var(--accent)", hover: "var(--accent-strong)", color: "var(--accent-ink)" }
    : colors;
};

export const theme = createTheme({
  variantColorResolver: variantColors,
  fontFamily: '"Source Sans 3 Variable", "Noto Sans", sans-serif',
  headings: { fontFamily: '"Source Sans 3 Variable", "Noto Sans", sans-serif', fontWeight: "650" },
  colors: { ink },
  primaryColor: "ink",
  primaryShade: { light: 7, dark: 3 },
  autoContrast: true,
  defaultRadius: 4,
  respectReducedMotion: true,
  focusRing: "always",
  spacing: { xs: "8px", sm: "16px", md: "24px", lg: "32px", xl: "40px" },
  fontSizes: { xs: "14px", sm: "14px", md: "16px", lg: "20px", xl: "24px" },
  components: {
    Button: { defaultProps: { size: "md", variant: "filled" } },
    TextInput: { defaultProps: { size: "md" } },
    PasswordInput: { defaultProps: { size: "md" } },
    Textarea: { defaultProps: { size: "md" } },
    Select: { defaultProps: { size: "md", comboboxProps: { transitionProps: { duration: 0 } } } },
    NativeSelect: { defaultProps: { size: "md" } },
    Checkbox: { defaultProps: { size: "md" } },
    Radio: { defaultProps: { size: "md" } },
    // Inside the page and not beside it: a locked counter covers an open question too.
    Modal: { defaultProps: { transitionProps: { duration: 100 }, centered: true, withinPortal: false } },
    Menu: { defaultProps: { transitionProps: { duration: 0 } } },
    Tooltip: { defaultProps: { transitionProps: { duration: 0 } } },
  },
});

/** Mantine's own greys give way to the tokens, so that a dark or high-contrast look needs one file. */
export const cssVariables: CSSVariablesResolver = () => {
  const shared = {
    "--mantine-color-body": "var(--surface)",
    "--mantine-color-text": "var(--ink)",
    "--mantine-color-dimmed": "var(--ink-soft)",
    "--mantine-color-error": "var(--refused)",
    "--mantine-color-placeholder": "var(--ink-soft)",
    "--mantine-color-default": "var(--surface)",
    "--mantine-color-default-color": "var(--ink)",
    "--mantine-color-default-hover": "var(--surface-sunk)",
    "--mantine-color-default-border": "var(--line-strong)",
    "--mantine-color-anchor": "var(--accent)",
    "--mantine-color-ink-filled": "var(--accent)",
    "--mantine-color-ink-filled-hover": "var(--accent-strong)",
    "--mantine-color-ink-light": "var(--accent-ground)",
    "--mantine-color-ink-light-color": "var(--accent)",
    "--mantine-color-ink-outline": "var(--accent)",
    "--mantine-color-ink-text": "var(--accent)",
    "--mantine-primary-color-contrast": "var(--accent-ink)",
    // A button that cannot be pressed yet is still read, under bad light too.
    "--mantine-color-disabled": "var(--held-ground)",
    "--mantine-color-disabled-color": "var(--held)",
    "--mantine-color-disabled-border": "var(--line-strong)",
    // What Mantine draws the edges of fields with: 3:1 at least (WCAG 1.4.11).
    "--mantine-color-gray-4": "var(--line-strong)",
    "--mantine-color-dark-4": "var(--line-strong)",
  };
  return {
    variables: {},
    light: shared,
    dark: { ...shared, "--mantine-color-dark-6": "var(--surface-sunk)" },
  };
};
