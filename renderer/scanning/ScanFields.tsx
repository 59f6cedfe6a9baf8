/** From which scanner, and how: what every source understands; the device's own default where nothing is chosen. */
import { NativeSelect } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ScannerView } from "../../shared/api/scanning.ts";
import styles from "./Scanning.module.css";

export const feeders = ["device", "flatbed", "feeder", "duplex"] as const;
export const resolutions = [150, 200, 300] as const;

/** Stands among the scanners where this computer has a camera. */
export const CAMERA = "camera";

export type ScanChoice = {
  sourceId: string;
  feeder: (typeof feeders)[number];
  resolution: (typeof resolutions)[number];
  inColour: boolean;
};

type ScanFieldsProps = {
  scanners: ScannerView[];
  hasCamera: boolean;
  choice: ScanChoice;
  onChange: (choice: ScanChoice) => void;
  disabled: boolean;
};

export function ScanFields({ scanners, hasCamera, choice, onChange, disabled }: ScanFieldsProps) {
  const { t } = useTranslation("scanning");
  const kind = scanners.find(({ id }) => id === choice.sourceId)?.kind;
  const hasSettings = kind !== undefined && kind !== "folder";
  return (
    <div className={styles.fields}>
      <NativeSelect
        label={t("fields.source")}
        value={choice.sourceId}
        disabled={disabled}
        data={[
          ...scanners.map(({ id, name }) => ({ value: id, label: name })),
          ...(hasCamera ? [{ value: CAMERA, label: t("camera.open") }] : []),
        ]}
        onChange={(change) => onChange({ ...choice, sourceId: change.currentTarget.value })}
      />
      {hasSettings && (
        <>
          <NativeSelect
            label={t("fields.feeder")}
            value={choice.feeder}
            disabled={disabled}
            data={feeders.map((one) => ({ value: one, label: t(`feeders.${one}`) }))}
            onChange={(change) =>
              onChange({
                ...choice,
                feeder: feeders.find((one) => one === change.currentTarget.value) ?? choice.feeder,
              })
            }
          />
          <NativeSelect
            label={t("fields.resolution")}
            value={String(choice.resolution)}
            disabled={disabled}
            data={resolutions.map((one) => ({ value: String(one), label: t("fields.dots", { dots: one }) }))}
            onChange={(change) =>
              onChange({
                ...choice,
                resolution:
                  resolutions.find((one) => String(one) === change.currentTarget.value) ?? choice.resolution,
              })
            }
          />
        </>
      )}
      <NativeSelect
        label={t("mode")}
        value={choice.inColour ? "colour" : "grey"}
        disabled={disabled}
        data={(["grey", "colour"] as const).map((one) => ({ value: one, label: t(`modes.${one}`) }))}
        onChange={(change) => onChange({ ...choice, inColour: change.currentTarget.value === "colour" })}
      />
    </div>
  );
}

/** A folder has no settings; whoever leaves the feeder to the device names none. */
export function optionsOf(scanners: ScannerView[], { sourceId, feeder, resolution, inColour }: ScanChoice) {
  if (scanners.find(({ id }) => id === sourceId)?.kind === "folder") return {};
  const mode = inColour ? { mode: "colour" } : {};
  return { resolution, ...mode, ...(feeder === "device" ? {} : { source: feeder }) };
}
