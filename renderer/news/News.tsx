/** Nothing behind your back: what changed since this person last looked, until they have said that they saw it. */
import { Button, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { goTo } from "../app/place.ts";
import { useAction } from "../bridge/useAction.ts";
import { useCall } from "../bridge/useCall.ts";
import { ErrorNote } from "../components/ErrorNote.tsx";
import styles from "./News.module.css";
import { NewsLines } from "./NewsLines.tsx";

export type NewsProps = {
  /** Takes the focus, so that one key goes on. */
  first?: boolean;
  onSeen?: () => void;
};

export function News({ first = false, onSeen }: NewsProps) {
  const { t } = useTranslation("news");
  const news = useCall("till.news", {}).value;
  const seen = useAction("till.newsSeen");
  if (news === undefined || news.lines.length === 0) return null;

  async function acknowledge(upTo: number): Promise<void> {
    // Money never waits for this: a failure is shown again with the lines, later.
    await seen.run({ upTo });
    onSeen?.();
  }

  return (
    <section className={styles.news} aria-labelledby="news-title">
      <h2 id="news-title">{t("title")}</h2>
      <p className={styles.lead}>{t("lead")}</p>
      <NewsLines news={news} />
      <ErrorNote error={seen.error} />
      <Group gap="sm">
        <Button
          data-first-focus={first || undefined}
          variant={first ? "filled" : "default"}
          loading={seen.busy}
          onClick={() => void acknowledge(news.upTo)}
        >
          {t("seen")}
        </Button>
        <Button variant="default" onClick={() => goTo({ at: "journal" })}>
          {t("toJournal")}
        </Button>
      </Group>
    </section>
  );
}
