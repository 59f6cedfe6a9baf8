/** What can be typed where at each of the training systems, and what comes of it. */
import { useTranslation } from "react-i18next";
import type { CallValue } from "../../shared/api.ts";
import { useOffice } from "../app/office.ts";
import { goTo, type Place } from "../app/place.ts";
import { type Column, DataTable } from "../components/DataTable.tsx";
import { EmptyList } from "../components/EmptyList.tsx";
import styles from "./Training.module.css";
import { useTrainingWords } from "./trainingWords.ts";

type Example = CallValue<"training.status">["examples"][number];

/** The screen where the example is tried, filled in as far as that screen can be. */
function placeOf({ providerId, loanRef, description }: Example): Place | null {
  switch (providerId) {
    case "iute":
      return { at: "repayment", loanRef };
    case "drap": {
      const idType = /ID type (\S+?)[,.]/.exec(description)?.[1];
      return { at: "customers", idNumber: loanRef, ...(idType === undefined ? {} : { idType }) };
    }
    case "interswitch":
      return { at: "customers", mobile: loanRef };
    case "q2":
      return { at: "accounts" };
    case "apollo":
      return { at: "letters", loanRef };
    default:
      return null;
  }
}

export function Examples({ examples }: { examples: readonly Example[] }) {
  const { t } = useTranslation("training");
  const { providers } = useOffice();
  const words = useTrainingWords();
  const nameOf = (id: string) => providers.find((provider) => provider.id === id)?.name ?? id;
  const columns: Column<Example>[] = [
    {
      key: "provider",
      title: t("try.system"),
      width: "184px",
      cell: ({ providerId }) => nameOf(providerId),
      text: ({ providerId }) => nameOf(providerId),
    },
    {
      key: "subject",
      title: t("try.type"),
      width: "208px",
      cell: ({ loanRef }) => <b>{loanRef}</b>,
      text: ({ loanRef }) => loanRef,
    },
    {
      key: "who",
      title: t("try.who"),
      width: "272px",
      cell: (example) => words.example(example.loanRef, example.description).who,
      text: ({ description }) => description,
    },
    {
      key: "what",
      title: t("try.what"),
      cell: (example) => words.example(example.loanRef, example.description).what,
      text: (example) => words.example(example.loanRef, example.description).what,
    },
  ];
  return (
    <section className={styles.card}>
      <h2>{t("try.title")}</h2>
      <p className={styles.text}>{t("try.text")}</p>
      <DataTable
        label={t("try.title")}
        rows={examples}
        columns={columns}
        rowKey={({ providerId, loanRef }) => `${providerId} ${loanRef}`}
        onOpen={(example) => {
          const place = placeOf(example);
          if (place !== null) goTo(place);
        }}
        empty={<EmptyList>{t("try.empty")}</EmptyList>}
      />
    </section>
  );
}
