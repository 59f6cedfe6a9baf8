/** The training counter's people: their PINs protect nothing, one press signs in. */
import { Button, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useAction } from "../bridge/useAction.ts";
import { useCall } from "../bridge/useCall.ts";
import { ErrorNote } from "../components/ErrorNote.tsx";
import styles from "./SignInPage.module.css";

export function TrainingPins({ onChoose }: { onChoose: (name: string, pin: string) => void }) {
  const { t } = useTranslation("signIn");
  const people = useCall("training.status", {}).value?.people ?? [];
  const leave = useAction("setup.leaveTraining");
  const pins = people.map(({ name, pin }) => `${name} ${pin}`).join(" · ");
  return (
    <div className={styles.trainingPins}>
      {people.length > 0 && <p>{t("trainingPins", { pins })}</p>}
      <Group>
        {people.map(({ name, pin }) => (
          <Button key={name} variant="default" onClick={() => onChoose(name, pin)}>
            {name}
          </Button>
        ))}
        <Button variant="subtle" loading={leave.busy} onClick={() => void leave.run({})}>
          {t("leaveTraining")}
        </Button>
      </Group>
      <ErrorNote error={leave.error} again={leave.again} />
    </div>
  );
}
