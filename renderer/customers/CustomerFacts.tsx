/** Who it is: every fact that the register told, in words, the ones a counter needs first. */
import { useTranslation } from "react-i18next";
import type { Fields, FieldValue } from "../../shared/api/customers.ts";
import { addressFields, classificationFields, idFields, personFields } from "../../shared/customerForm.ts";
import { usePerson } from "../bridge/session.ts";
import styles from "./Customers.module.css";
import { isFields, type KnownCustomer, shownDay, textOf } from "./customerValues.ts";
import { type Fact, Facts } from "./Facts.tsx";
import { useFieldWords } from "./fieldWords.ts";

const kinds = new Map(
  [...personFields, ...addressFields, ...idFields, ...classificationFields].map(({ name, kind }) => [
    name,
    kind,
  ]),
);
const order = personFields.map(({ name }) => name);

/** In the heading already, or the office's own settings, echoed. */
const notRepeated = ["channel", "agentLocationId", "firstName", "middleName", "lastName", "ecrn"];

/** What compliance thinks of a person is nobody's business who looks over a cashier's shoulder. */
const forSupervisors = ["amlScanStatus", "amlCategory", "pep", "pepCategory", "riskRatingId"];

function useFacts(): (entry: Fields) => Fact[] {
  const { t } = useTranslation("customers");
  const person = usePerson();
  const fieldWords = useFieldWords();
  const isSupervisor = person !== null && person.role !== "cashier";
  const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);

  function words(name: string, value: FieldValue): string | null {
    if (typeof value === "boolean") return t(value ? "yes" : "no");
    const text = textOf(value);
    return text !== null && kinds.get(name) === "date" ? shownDay(text) : text;
  }

  return (entry) =>
    Object.entries(entry)
      .filter(([name]) => !notRepeated.includes(name) && (isSupervisor || !forSupervisors.includes(name)))
      .toSorted(([one], [other]) => rank(one) - rank(other))
      .map(([name, value]) => [fieldWords(name), words(name, value)]);
}

export function CustomerFacts({ customer }: { customer: KnownCustomer }) {
  const factsOf = useFacts();
  return <Facts facts={factsOf(customer.fields)} />;
}

/** The lists within the register's answer: addresses, documents, classification. Null where there are none. */
export function CustomerLists({ customer, title }: { customer: KnownCustomer; title: string }) {
  const factsOf = useFacts();
  const fieldWords = useFieldWords();
  const lists = Object.entries(customer.fields).flatMap(([name, value]) => {
    if (isFields(value)) return [{ key: name, title: fieldWords(name), entry: value }];
    if (!Array.isArray(value)) return [];
    return value
      .filter(isFields)
      .map((entry, index) => ({ key: `${name} ${index}`, title: fieldWords(name), entry }));
  });
  if (lists.length === 0) return null;
  return (
    <section className={styles.card} aria-label={title}>
      {lists.map(({ key, title: name, entry }) => (
        <div key={key} className={styles.subFacts}>
          <h3>{name}</h3>
          <Facts facts={factsOf(entry)} />
        </div>
      ))}
    </section>
  );
}
