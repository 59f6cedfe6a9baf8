/** Which screen may be seen: first set-up, a locked till, signing in, or the counter. */
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCall } from "../bridge/useCall.ts";
import { Busy } from "../components/Busy.tsx";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { FirstRun } from "../firstRun/FirstRun.tsx";
import { showLanguage } from "../i18n/useLanguage.ts";
import { DataDecisionPage } from "../signIn/DataDecisionPage.tsx";
import { SignInPage } from "../signIn/SignInPage.tsx";
import { UnlockPage } from "../signIn/UnlockPage.tsx";
import { Frame } from "./Frame.tsx";
import styles from "./Gate.module.css";
import { useSession } from "./useSession.ts";

export function Gate() {
  const { t } = useTranslation("common");
  const setup = useCall("setup.get", {});
  const { person, kept, reason, known } = useSession();
  const [settingUp, setSettingUp] = useState(false);
  const [lookingOnly, setLookingOnly] = useState(false);
  const office = setup.value;
  const language = person?.language ?? (office?.ready === true ? office.language : undefined);

  useEffect(() => {
    if (language !== undefined && language !== null) showLanguage(language);
  }, [language]);

  if (office === undefined || !known) {
    return (
      <main className={styles.waiting}>
        {setup.error === null ? (
          <Busy>{t("loading")}</Busy>
        ) : (
          <ErrorNote error={setup.error} again={setup.again} />
        )}
      </main>
    );
  }
  if (office.locked === "keyring") return <UnlockPage office={office} />;
  if (office.locked !== null && !lookingOnly)
    return (
      <DataDecisionPage
        problem={office.locked}
        found={office.problem}
        onLookOnly={() => setLookingOnly(true)}
      />
    );
  if (!office.ready || settingUp)
    return <FirstRun office={office} onBegin={() => setSettingUp(true)} onDone={() => setSettingUp(false)} />;
  const owner = person?.name ?? kept;
  return (
    <>
      {person === null && <SignInPage office={office} reason={reason} kept={kept} />}
      {owner !== null && (
        // Covered and not taken away: after an idle lock everything that was typed is still there.
        <div key={owner} className={styles.counter} hidden={person === null} inert={person === null}>
          <Frame office={office} active={person !== null} />
        </div>
      )}
    </>
  );
}
