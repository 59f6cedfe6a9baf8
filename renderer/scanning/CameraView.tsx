/** What the document stand's camera sees, and the one key that takes it: Enter. */
import { Button, Checkbox, Group, NativeSelect } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Busy } from "../components/Busy.tsx";
import styles from "./Scanning.module.css";
import { useCamera } from "./useCamera.ts";

type CameraViewProps = {
  what: string;
  /** The page that the next picture stands for; null where it is added after the others. */
  replaces: number | null;
  /** How many there are already. */
  pages: number;
  busy: boolean;
  onPicture: (bytes: Uint8Array<ArrayBuffer>, straighten: boolean) => void;
  onClose: () => void;
};

export function CameraView({ what, replaces, pages, busy, onPicture, onClose }: CameraViewProps) {
  const { t } = useTranslation("scanning");
  const { video, state, cameras, chosen, choose, again, take } = useCamera();
  const [straighten, setStraighten] = useState(true);
  const takeButton = useRef<HTMLButtonElement>(null);
  const screen = useRef<HTMLElement>(null);
  const isLive = state.is === "live";

  // Whoever opened it by keyboard takes the picture with the next key.
  useEffect(() => {
    if (isLive && !busy) takeButton.current?.focus();
  }, [isLive, busy]);

  // The picture has its height from now on: all of it, and its buttons, have to be in sight.
  useEffect(() => {
    if (isLive) screen.current?.scrollIntoView({ block: "nearest" });
  }, [isLive]);

  async function onTake(): Promise<void> {
    const bytes = await take();
    if (bytes !== null) onPicture(bytes, straighten);
  }

  function takeWords(): string {
    if (replaces !== null) return t("camera.takeAgain", { page: replaces });
    return pages > 0 ? t("camera.takeNext") : t("camera.take");
  }

  return (
    <section ref={screen} className={styles.camera} aria-label={t("camera.title", { what })}>
      <div className={styles.seen}>
        <video
          ref={video}
          muted
          playsInline
          aria-label={t("camera.live")}
          className={styles.live}
          hidden={state.is === "failed"}
        />
        {state.is === "starting" && <Busy>{t("camera.starting")}</Busy>}
        {state.is === "failed" && (
          <p role="alert" className={styles.cameraFailed}>
            {t(`camera.${state.why}`)}
          </p>
        )}
      </div>
      <div className={styles.cameraSide}>
        <p className={styles.keys}>{t("camera.hint")}</p>
        {cameras.length > 1 && (
          <NativeSelect
            label={t("camera.which")}
            value={chosen}
            disabled={busy}
            data={cameras.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(change) => choose(change.currentTarget.value)}
          />
        )}
        <Checkbox
          label={t("camera.straighten")}
          checked={straighten}
          disabled={busy}
          onChange={(change) => setStraighten(change.currentTarget.checked)}
        />
        <Group gap="sm">
          {state.is === "failed" ? (
            <Button onClick={again}>{t("camera.again")}</Button>
          ) : (
            <Button
              ref={takeButton}
              loading={busy}
              disabled={!isLive}
              onKeyDown={(press) => press.repeat && press.preventDefault()}
              onClick={() => void onTake()}
            >
              {takeWords()}
            </Button>
          )}
          <Button variant="default" disabled={busy} onClick={onClose}>
            {t("camera.close")}
          </Button>
        </Group>
        <span role="status">{pages > 0 && t("received", { count: pages })}</span>
        {isLive && (
          <p className={styles.keys}>{t("camera.size", { width: state.width, height: state.height })}</p>
        )}
      </div>
    </section>
  );
}
