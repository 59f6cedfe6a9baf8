/** Who it is: every fact that the register told, in words, the ones a counter needs first. */
import { useTranslation } from "react-i18next";
import type { Fields, FieldValue } from "../../shared/api/customers.ts";
import { addressFields, classificationFields, idFields, personFields } from "../../shared/customerForm.ts";
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

/** The office's own settings, echoed: they say nothing about the customer. */
const notAboutThePerson = ["channel", "agentLocationId", "firstName", "middleName", "lastName"];

export function CustomerFacts({ customer }: { customer: KnownCustomer }) {
  const { t } = useTranslation(["customers", "common"]);
  const fieldWords = useFieldWords();
  const { fields } = customer;

  function words(name: string, value: FieldValue): string | null {
    if (typeof value === "boolean") return t(value ? "yes" : "no");
    const text = textOf(value);
    return text !== null && kinds.get(name) === "date" ? shownDay(text) : text;
  }

  function factsOf(entry: Fields): Fact[] {
    const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
    return Object.entries(entry)
      .filter(([name]) => !notAboutThePerson.includes(name))
      .toSorted(([one], [other]) => rank(one) - rank(other))
      .map(([name, value]) => [fieldWords(name), words(name, value)]);
  }

  const lists = Object.entries(fields).flatMap(([name, value]) => {
    if (isFields(value)) return [{ key: name, title: fieldWords(name), entry: value }];
    if (!Array.isArray(value)) return [];
    return value
      .filter(isFields)
      .map((entry, index) => ({ key: `${name} ${index}`, title: fieldWords(name), entry }));
  });
  return (
    <>
      <Facts facts={factsOf(fields)} />
      {lists.map(({ key, title, entry }) => (
        <div key={key} className={styles.subFacts}>
          <h3>{title}</h3>
          <Facts facts={factsOf(entry)} />
        </div>
      ))}
    </>
  );
}
