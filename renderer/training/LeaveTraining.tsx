/** Back to the office's own counter, after a question: what was practised stays in the training folder. */
import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAction } from "../bridge/useAction.ts";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { Question } from "../components/Question.tsx";

export function LeaveTraining() {
  const { t } = useTranslation("training");
  const leave = useAction("setup.leaveTraining");
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t("leave.button")}
      </Button>
      <Question
        open={asking}
        title={t("leave.title")}
        safe={{ verb: t("leave.stay"), onChoose: () => setAsking(false) }}
        others={[{ verb: t("leave.leave"), onChoose: () => void leave.run({}), busy: leave.busy }]}
      >
        <p>{t("leave.text")}</p>
        <ErrorNote error={leave.error} again={leave.again} />
      </Question>
    </>
  );
}
