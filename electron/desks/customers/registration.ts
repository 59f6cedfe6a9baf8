/** Registers or updates a customer: durable before it leaves, sent once, and read back by look-up where no answer came. */
import type { Fields, FieldValue } from "../../../shared/api/customers.ts";
import type { CallValue, ParsedInput } from "../../../shared/api.ts";
import { Refusal } from "../../../shared/errors.ts";
import { customerDigest } from "../../journal/customerDigest.ts";
import { openOnboardingsOf } from "../../journal/customers/queries.ts";
import type { RowPayload } from "../../journal/rows.ts";
import type { CustomerFinding, CustomerRegister } from "../../providers/contract.ts";
import type { DeskContext, SignedIn } from "../context.ts";
import { refusalOf } from "../lenders.ts";
import { canonicalText, partFor } from "../otherSystems.ts";
import { arrivalOf } from "./arrival.ts";
import { openDoubt, sentFields } from "./doubts.ts";
import { isStopped, shownTo } from "./neutral.ts";
import { withoutPictures, withPictures } from "./pictures.ts";
import { noteStanding } from "./standing.ts";

type Reply = CallValue<"customers.onboard">;
type Result = RowPayload<"customer.onboardingAnswered">["result"];

interface Identity {
  readonly idType: string;
  readonly idNumber: string;
}

export interface Registrations {
  onboard(input: ParsedInput<"customers.onboard">, by: SignedIn): Promise<Reply>;
  readBack(onboardingId: string, by: SignedIn): Promise<Reply>;
  /** True while the answer is still awaited: then there is no doubt yet. */
  isUnderWay(onboardingId: string): boolean;
  /** A look-up has answered about this document: it settles registrations in doubt and says whether to serve. */
  heardByLookup(providerId: string, identity: Identity, finding: CustomerFinding, by: SignedIn): void;
}

export function identityDigest({ journal }: DeskContext, { idType, idNumber }: Identity): string {
  return customerDigest(journal, `${idType}:${idNumber}`);
}

export function createRegistrations(context: DeskContext): Registrations {
  const { journal, courier } = context;
  const underWay = new Map<string, Promise<Reply>>();
  const awaited = new Set<string>();

  function settle(onboardingId: string, result: Result, finding: CustomerFinding | null, by: SignedIn): void {
    // The journal can be read by every clerk: of two reasons to refuse a person it says neither.
    const outcome = finding === null ? null : isStopped(finding) ? "notServed" : finding.outcome;
    journal.write(({ append }) =>
      append({
        kind: "customer.onboardingAnswered",
        payload: { onboardingId, result, outcome },
        actor: by.name,
      }),
    );
  }

  /** A creation is there once a look-up finds the customer, an update once the register shows all that was sent. */
  function heardByLookup(
    providerId: string,
    identity: Identity,
    finding: CustomerFinding,
    by: SignedIn,
  ): void {
    noteStanding(journal, providerId, identity.idNumber, finding, by);
    if (finding.outcome !== "found") return;
    for (const open of openOnboardingsOf(journal.sql, providerId, identityDigest(context, identity))) {
      if (awaited.has(open.onboardingId)) continue;
      if (open.isUpdate && !hasArrived(open.onboardingId, finding)) continue;
      settle(open.onboardingId, "foundByLookup", null, by);
    }
  }

  function hasArrived(onboardingId: string, finding: CustomerFinding): boolean {
    const sent = sentFields(context, onboardingId);
    return sent !== null && arrivalOf(sent, finding.customer ?? {}).hasArrived;
  }

  async function lookUp(
    part: CustomerRegister,
    providerId: string,
    identity: Identity,
    by: SignedIn,
  ): Promise<CustomerFinding> {
    const answer = await part.lookup(identity.idType, identity.idNumber);
    courier.heard(providerId, answer);
    if (answer.kind !== "answer") throw refusalOf(answer);
    heardByLookup(providerId, identity, answer.value, by);
    return answer.value;
  }

  /** An earlier registration of this person that nobody knows about: read back before anything is sent again. */
  async function earlierDoubt(
    part: CustomerRegister,
    providerId: string,
    identity: Identity,
    by: SignedIn,
  ): Promise<CustomerFinding | null> {
    const digest = identityDigest(context, identity);
    const open = openOnboardingsOf(journal.sql, providerId, digest).filter(({ isUpdate }) => !isUpdate);
    if (open.length === 0) return null;
    const finding = await lookUp(part, providerId, identity, by);
    return finding.outcome === "notFound" ? null : finding;
  }

  /** A change that nobody knows about is read back first; while it is not there, a person has to decide it. */
  async function assertNoOpenChange(
    part: CustomerRegister,
    providerId: string,
    identity: Identity,
    by: SignedIn,
  ): Promise<void> {
    const digest = identityDigest(context, identity);
    const openChanges = () =>
      openOnboardingsOf(journal.sql, providerId, digest).filter(
        ({ isUpdate, onboardingId }) => isUpdate && !awaited.has(onboardingId),
      );
    if (openChanges().length === 0) return;
    await lookUp(part, providerId, identity, by);
    if (openChanges().length > 0)
      throw new Refusal(
        "notYetCertain",
        "An earlier change of this customer has no answer, and the register does not show it yet. Look the customer up again later, or record what the register's people say.",
      );
  }

  async function send(
    { providerId, customer }: ParsedInput<"customers.onboard">,
    identity: Identity | null,
    fieldsDigest: string,
    by: SignedIn,
  ): Promise<Reply> {
    const { part } = partFor(context, providerId, "customers", "customerOnboarding");
    const filled = await withPictures(context.documents, customer);
    const update = textOf(customer["ecrn"]) !== null;
    if (identity && update) await assertNoOpenChange(part, providerId, identity, by);
    if (identity && !update) {
      const earlier = await earlierDoubt(part, providerId, identity, by);
      if (earlier) return shownTo(by, earlier);
    }
    const onboardingId = context.newId("onboarding");
    const digest = identity ? identityDigest(context, identity) : customerDigest(journal, fieldsDigest);
    journal.write(({ append, cells }) => {
      append({
        kind: "customer.onboarding",
        payload: {
          onboardingId,
          providerId,
          customerDigest: digest,
          ...(identity ? { pinDigest: customerDigest(journal, identity.idNumber) } : {}),
          fieldsDigest,
          update,
        },
        actor: by.name,
      });
      const owner = identity ? cells.customerFor(identity.idNumber) : cells.anonymousCustomer();
      const form = JSON.stringify(withoutPictures(customer));
      cells.put(owner, "onboardings", onboardingId, { ...(identity ?? {}), form });
    });
    awaited.add(onboardingId);
    try {
      const answer = await part.onboard(filled);
      courier.heard(providerId, answer);
      switch (answer.kind) {
        case "answer": {
          const registered = answer.value.outcome === "found";
          settle(onboardingId, registered ? "registered" : "refused", answer.value, by);
          // Whoever is registered now was not lost before either: an earlier doubt about the same document is over.
          if (identity) heardByLookup(providerId, identity, answer.value, by);
          return shownTo(by, answer.value);
        }
        case "noLine":
          settle(onboardingId, "notSent", null, by);
          throw refusalOf(answer);
        case "credentials":
        case "refused":
          settle(onboardingId, "refused", null, by);
          throw refusalOf(answer);
        case "unclear":
          settle(onboardingId, "inDoubt", null, by);
          return await afterDoubt(
            part,
            providerId,
            onboardingId,
            update ? null : identity,
            answer.message,
            by,
          );
      }
    } finally {
      awaited.delete(onboardingId);
    }
  }

  /** Looks the customer up at once; "not there yet" is not "failed", so a doubt that is not found stays one. */
  async function afterDoubt(
    part: CustomerRegister,
    providerId: string,
    onboardingId: string,
    identity: Identity | null,
    why: string,
    by: SignedIn,
  ): Promise<Reply> {
    const inDoubt: Reply = {
      outcome: "failed",
      message: `${why} Whether this registration has arrived is not known yet. Look the customer up before you send it again.`,
    };
    if (!identity) return inDoubt;
    const answer = await part.lookup(identity.idType, identity.idNumber);
    courier.heard(providerId, answer);
    if (answer.kind !== "answer") return inDoubt;
    noteStanding(journal, providerId, identity.idNumber, answer.value, by);
    if (answer.value.outcome === "found") settle(onboardingId, "foundByLookup", answer.value, by);
    return answer.value.outcome === "found" || isStopped(answer.value) ? shownTo(by, answer.value) : inDoubt;
  }

  return {
    isUnderWay: (onboardingId) => awaited.has(onboardingId),
    heardByLookup,
    async onboard(input, by) {
      partFor(context, input.providerId, "customers", "customerOnboarding");
      const fieldsDigest = journal.digest("onboarding", canonicalText(input));
      // A double click: the same form that is on its way already.
      const first = underWay.get(fieldsDigest);
      if (first !== undefined) return first;
      const sending = send(input, identityOf(input.customer), fieldsDigest, by).finally(() =>
        underWay.delete(fieldsDigest),
      );
      underWay.set(fieldsDigest, sending);
      return sending;
    },
    async readBack(onboardingId, by) {
      const open = openDoubt(context, onboardingId, (id) => awaited.has(id));
      const { part } = partFor(context, open.providerId, "customers", "customerLookup");
      const { idType, idNumber } = journal.cells.get("onboardings", onboardingId);
      if (idType === undefined || idNumber === undefined) {
        throw new Refusal(
          "notYetCertain",
          "This registration named no document, so nobody can be looked up.",
        );
      }
      const finding = await lookUp(part, open.providerId, { idType, idNumber }, by);
      const shown = shownTo(by, finding);
      if (!open.isUpdate || finding.outcome !== "found") return shown;
      const sent = sentFields(context, onboardingId);
      const { hasArrived: isThere, differing } = arrivalOf(sent ?? {}, finding.customer ?? {});
      return isThere ? shown : { ...shown, stillInDoubt: true, differing: [...differing] };
    },
  };
}

/** The first document of the form: by it a registration is read back. */
function identityOf(customer: Fields): Identity | null {
  const details = customer["idDetails"];
  const first = Array.isArray(details) ? details[0] : undefined;
  if (typeof first !== "object" || first === null || Array.isArray(first)) return null;
  const idType = textOf(first["idType"]);
  const idNumber = textOf(first["idNumber"]);
  return idType === null || idNumber === null ? null : { idType, idNumber };
}

function textOf(value: FieldValue | undefined): string | null {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}
