/** The keys, and what the edges of the slips mean. */
import { useTranslation } from "react-i18next";
import type { ItemState } from "../../shared/outbox.ts";
import { useOffice } from "../app/office.ts";
import { tasksFor } from "../app/tasks.ts";
import { KeyHint } from "../components/KeyHint.tsx";
import { PageHeading } from "../components/PageHeading.tsx";
import { StateBadge } from "../components/StateBadge.tsx";
import styles from "./HelpPage.module.css";

const shown = [
  "posted",
  "queued",
  "sending",
  "unconfirmed",
  "attention",
  "refused",
  "held",
] as const satisfies readonly ItemState[];

export function HelpPage() {
  const { t } = useTranslation(["help", "frame"]);
  const { training, version } = useOffice();
  return (
    <>
      <PageHeading aside={<span>{t("version", { version })}</span>}>{t("title")}</PageHeading>
      <div className={styles.columns}>
        <section>
          <h2>{t("keysTitle")}</h2>
          <table className={styles.keys}>
            <tbody>
              {tasksFor(training, null).map(({ name, key }) =>
                key === null ? null : <KeyRow key={name} keys={[key]} text={t(`frame:tasks.${name}`)} />,
              )}
              <KeyRow keys={["Ctrl+K"]} text={t("keys.everything")} />
              <KeyRow keys={["Ctrl+L"]} text={t("frame:person.switchUser")} />
              <KeyRow keys={["Alt+←"]} text={t("keys.back")} />
              <KeyRow keys={["↑", "↓", "Enter", "PgUp", "PgDn"]} text={t("keys.lists")} />
              <KeyRow keys={["Esc"]} text={t("keys.escape")} />
              <KeyRow keys={["Ctrl +", "Ctrl −", "Ctrl 0"]} text={t("keys.zoom")} />
            </tbody>
          </table>
          <p>{t("keys.scanner")}</p>
        </section>
        <section>
          <h2>{t("statesTitle")}</h2>
          <p>{t("statesText")}</p>
          <dl className={styles.states}>
            {shown.map((state) => (
              <div key={state}>
                <dt>
                  <StateBadge state={state} />
                </dt>
                <dd>{t(`edges.${state}`)}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </>
  );
}

function KeyRow({ keys, text }: { keys: readonly string[]; text: string }) {
  return (
    <tr>
      <th scope="row">
        {keys.map((key) => (
          <KeyHint key={key} keys={key} />
        ))}
      </th>
      <td>{text}</td>
    </tr>
  );
}
