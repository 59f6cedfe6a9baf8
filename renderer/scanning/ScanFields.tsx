/** From which scanner, and how: what every source understands; the device's own default where nothing is chosen. */
import { NativeSelect } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ScannerView } from "../../shared/api/scanning.ts";
import styles from "./Scanning.module.css";

export const feeders = ["device", "flatbed", "feeder", "duplex"] as const;
export const resolutions = [150, 200, 300] as const;

export type ScanChoice = {
  sourceId: string;
  feeder: (typeof feeders)[number];
  resolution: (typeof resolutions)[number];
};

type ScanFieldsProps = {
  scanners: ScannerView[];
  choice: ScanChoice;
  onChange: (choice: ScanChoice) => void;
  disabled: boolean;
};

export function ScanFields({ scanners, choice, onChange, disabled }: ScanFieldsProps) {
  const { t } = useTranslation("scanning");
  const isFolder = scanners.find(({ id }) => id === choice.sourceId)?.kind === "folder";
  return (
    <div className={styles.fields}>
      <NativeSelect
        label={t("fields.source")}
        value={choice.sourceId}
        disabled={disabled}
        data={scanners.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(change) => onChange({ ...choice, sourceId: change.currentTarget.value })}
      />
      {!isFolder && (
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
    </div>
  );
}

/** A folder has no settings; whoever leaves the feeder to the device names none. */
export function optionsOf(scanners: ScannerView[], { sourceId, feeder, resolution }: ScanChoice) {
  if (scanners.find(({ id }) => id === sourceId)?.kind === "folder") return {};
  return { resolution, ...(feeder === "device" ? {} : { source: feeder }) };
}
