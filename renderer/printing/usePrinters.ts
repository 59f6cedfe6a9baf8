/** The printers of this computer, where this counter's papers go, and how both are named in a list. */
import { useTranslation } from "react-i18next";
import type { PrinterChoice, PrinterView, PrintUse } from "../../shared/api/printing.ts";
import { useCall } from "../bridge/useCall.ts";

/** A list cannot hold nothing: this stands for the computer's own printer. */
export const COMPUTERS_OWN = "";

export type Printers = {
  printers: PrinterView[];
  choiceOf: (use: PrintUse) => PrinterChoice;
  /** For a select: the computer's own first, and a chosen printer that is gone last. */
  options: (chosen: string | null) => { value: string; label: string }[];
  /** What a call is to be told for an option; nothing where the system itself has to choose. */
  nameOf: (option: string) => string | undefined;
  /** What the printer that `name` stands for says of itself; null where nobody knows. */
  offersOf: (name: string | null) => PrinterView["offers"] | null;
  list: ReturnType<typeof useCall<"printers.list">>;
};

export function usePrinters(): Printers {
  const { t } = useTranslation("printing");
  const list = useCall("printers.list", {});
  const choices = useCall("printers.choices", {}).value?.choices ?? [];
  const printers = list.value?.printers ?? [];
  const [first, ...others] = printers;
  const own = printers.find(({ isDefault }) => isDefault) ?? (others.length === 0 ? first : undefined);

  function options(chosen: string | null) {
    const isGone =
      chosen !== null && list.value !== undefined && !printers.some(({ name }) => name === chosen);
    return [
      {
        value: COMPUTERS_OWN,
        label: own === undefined ? t("noDefault") : t("defaultPrinter", { label: own.label }),
      },
      ...printers.map(({ name, label }) => ({ value: name, label })),
      ...(isGone ? [{ value: chosen, label: t("gone", { name: chosen }) }] : []),
    ];
  }

  return {
    printers,
    options,
    list,
    choiceOf: (use) =>
      choices.find((choice) => choice.use === use) ?? { use, printer: null, paper: "a4", duplex: null },
    nameOf: (option) => (option === COMPUTERS_OWN ? own?.name : option),
    offersOf: (name) =>
      (name === null ? own : printers.find((printer) => printer.name === name))?.offers ?? null,
  };
}
