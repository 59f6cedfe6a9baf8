/** Anybody may dispute what stands here; the question asks what is not right, and the evidence is frozen. */
import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DisputeQuestion } from "./DisputeQuestion.tsx";
import type { DisputeSubject } from "./subject.ts";

export function DisputeButton({ subject, size = "md" }: { subject: DisputeSubject; size?: "sm" | "md" }) {
  const { t } = useTranslation("disputes");
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button size={size} variant="default" onClick={() => setAsking(true)}>
        {t("button")}
      </Button>
      {isAsking && <DisputeQuestion subject={subject} onClose={() => setAsking(false)} />}
    </>
  );
}
