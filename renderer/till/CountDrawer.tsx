/** The blind count: what should be in the drawer is said only after it is in the journal. */
import { Button, Group } from "@mantine/core";
import { type FormEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { TillStatus } from "../../shared/api/till.ts";
import { useAction } from "../bridge/useAction.ts";
import { PageHeading } from "../components/PageHeading.tsx";
import { ClosingError } from "./ClosingError.tsx";
import { CountFields } from "./CountFields.tsx";
import { readCount } from "./count.ts";
import type { CountToClose } from "./countToClose.ts";
import { KeptCount } from "./KeptCount.tsx";
import styles from "./Till.module.css";
import { TillNotices } from "./TillNotices.tsx";
import type { CountBeingTyped } from "./typedCount.ts";

export type CountDrawerProps = {
  status: TillStatus;
  typing: CountBeingTyped;
  onCounted: (count: CountToClose) => void;
  onBack: () => void;
};

export function CountDrawer({ status, typing, onCounted, onBack }: CountDrawerProps) {
  const { t } = useTranslation(["till", "common"]);
  const count = useAction("till.count");
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const counted = readCount(typing.typed);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (!counted.ok || counted.isEmpty) return form.current?.querySelector("input")?.focus();
    const reply = await count.run({ counts: counted.counts });
    if (reply.ok) onCounted(reply.value);
  }

  return (
    <>
      <PageHeading lead={t("close.lead")}>{t("close.title")}</PageHeading>
      <TillNotices status={status} />
      <form ref={form} onSubmit={(event) => void submit(event)} noValidate>
        <CountFields first currency={status.currency} value={typing.typed} onChange={typing.onTyped}>
          <KeptCount count={typing} />
          {tried && counted.ok && counted.isEmpty && <p className={styles.problem}>{t("count.empty")}</p>}
          <ClosingError error={count.error} again={count.again} />
          <Group>
            <Button type="submit" size="lg" loading={count.busy}>
              {t("close.counted")}
            </Button>
            <Button size="lg" variant="default" onClick={onBack}>
              {t("common:actions.back")}
            </Button>
          </Group>
        </CountFields>
      </form>
    </>
  );
}
