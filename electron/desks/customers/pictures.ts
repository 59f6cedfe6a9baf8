/** Pictures of documents on their way to the register: a document of this counter becomes the provider's two fields. */
import type { Fields, FieldValue } from "../../../shared/api/customers.ts";
import { Refusal } from "../../../shared/errors.ts";
import type { DocumentStore } from "../../documents/contract.ts";

/** `{ storedDocumentId }` becomes `base64Data` and `contentType`, at any depth. */
export async function withPictures(documents: DocumentStore, customer: Fields): Promise<Fields> {
  async function filled(value: FieldValue, field: string): Promise<FieldValue> {
    if (Array.isArray(value)) return Promise.all(value.map((entry) => filled(entry, field)));
    if (typeof value !== "object" || value === null) return value;
    const { storedDocumentId, ...rest } = value;
    const fields = await filledFields(rest);
    if (typeof storedDocumentId !== "string") return fields;
    const { mime, bytes } = await read(storedDocumentId, field);
    return { ...fields, base64Data: Buffer.from(bytes).toString("base64"), contentType: mime };
  }
  async function filledFields(fields: Fields): Promise<Fields> {
    const entries = await Promise.all(
      Object.entries(fields).map(async ([name, value]) => [name, await filled(value, name)] as const),
    );
    return Object.fromEntries(entries);
  }
  async function read(documentId: string, field: string) {
    try {
      return await documents.read(documentId);
    } catch (error) {
      if (error instanceof Refusal)
        throw new Refusal(error.code, error.message, { field: `customer.${field}` });
      throw error;
    }
  }
  return filledFields(customer);
}

/** The form without its pictures: what is kept of it, sealed, until it is certain that it arrived. */
export function withoutPictures(customer: Fields): Fields {
  function kept(value: FieldValue): FieldValue | undefined {
    if (Array.isArray(value)) return value.map(kept).filter((entry) => entry !== undefined);
    if (typeof value !== "object" || value === null) return value;
    if ("storedDocumentId" in value || "base64Data" in value) return undefined;
    return withoutPictures(value);
  }
  return Object.fromEntries(
    Object.entries(customer).flatMap(([name, value]) => {
      const part = kept(value);
      return part === undefined ? [] : [[name, part]];
    }),
  );
}
