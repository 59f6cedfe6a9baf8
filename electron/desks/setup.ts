/** The set-up desk: the office, its limits and providers, training, the recovery code, backups and damaged data. */
import { basename, join } from "node:path";
import type { ProviderInput, ProviderView, SetupView } from "../../shared/api/setup.ts";
import { languages } from "../../shared/api/values.ts";
import { Refusal } from "../../shared/errors.ts";
import { defaultLimits } from "../../shared/limits.ts";
import { BACKUPS_FOLDER, backUpInto } from "../journal/backup.ts";
import {
  findStaff,
  lastClockOffsetMs,
  type ProviderFacts,
  readOffice,
  staffExists,
} from "../journal/office/queries.ts";
import { holdEverythingBack } from "../journal/outbox/holdingBack.ts";
import type { Pins } from "../journal/pins.ts";
import type { RowDraft } from "../journal/rows.ts";
import { openShiftOf, unsettledItems } from "../journal/till/queries.ts";
import { transfersUnderWay } from "../journal/till/transfers.ts";
import type { DeskCalls, DeskContext, SignedIn } from "./context.ts";
import type { People } from "./people.ts";
import { consentToLimits, consentToProvider } from "./setup/twoPeople.ts";
import type { MovableSession } from "./staff.ts";

export interface ConfiguredProviders {
  views(): ProviderView[];
  /** Throws `invalidInput` or `insecureAddress`, naming the field. */
  prepare(input: ProviderInput): {
    facts: ProviderFacts;
    draft(actor: string): RowDraft;
    keepSecrets(): void;
  };
  /** Something that the adapters are made of has changed. */
  forget(): void;
}

export interface SetupParts {
  training: boolean;
  providers: ConfiguredProviders;
  people: People;
  pins: Pins;
  session: MovableSession;
  startTraining(by: SignedIn): Promise<SetupView>;
  /** Throws `notInTraining` at the office's own counter. */
  leaveTraining(): Promise<SetupView>;
  /** The keys are open, or a problem with the data was settled: what rested may begin. */
  begin(): void;
}

type SetupCalls = DeskCalls<
  | "setup.get"
  | "setup.save"
  | "setup.saveLimits"
  | "setup.saveProvider"
  | "setup.providers"
  | "setup.testProvider"
  | "setup.startTraining"
  | "setup.leaveTraining"
  | "setup.unlock"
  | "setup.recoveryCode"
  | "setup.backUp"
  | "setup.acceptData"
  | "setup.connections"
>;

/** A clock that is further from the lender's than this puts wrong times on paper; a person should set it. */
const CLOCK_WARNING_MS = 5 * 60_000;

export function createSetupDesk(context: DeskContext, parts: SetupParts): SetupCalls {
  const { journal, keys, courier, clock } = context;
  const { providers, people, pins, session } = parts;

  function warnings(recoveryCodeShown: boolean): SetupView["warnings"] {
    const found: SetupView["warnings"] = [];
    const twin = journal.twin();
    if (twin === "missing") found.push("twinMissing");
    if (twin === "behind") found.push("twinBehind");
    const offset = lastClockOffsetMs(journal.sql);
    if (offset !== null && Math.abs(offset) > CLOCK_WARNING_MS) found.push("clock");
    if (parts.training) return found;
    if (keys.keyringMissing) found.push("noKeyring");
    if (!recoveryCodeShown) found.push("recoveryCodeNotPrinted");
    return found;
  }

  const newInstallationId = () => context.random.bytes(3).toString("hex");

  function problemFound(): SetupView["problem"] {
    const problem = journal.problem();
    if (problem === null) return null;
    const { detail, firstBroken } = problem;
    return { detail, ...journal.head(), ...(firstBroken === undefined ? {} : { firstBroken }) };
  }

  function view(): SetupView {
    const office = readOffice(journal.sql);
    const hasStaff = staffExists(journal.sql);
    const facts = office?.facts ?? null;
    return {
      ready: facts !== null && hasStaff,
      training: parts.training,
      installationId: office?.installationId ?? null,
      office: facts?.office ?? "",
      till: facts?.till ?? "",
      currency: facts?.currency ?? "",
      language: facts?.language ?? "en",
      languages: [...languages],
      providers: providers.views().map(({ id, kind, name, environment, capabilities, settings }) => ({
        id,
        kind,
        name,
        environment,
        capabilities,
        ...(typeof settings["currency"] === "string" && settings["currency"] !== ""
          ? { currency: settings["currency"] }
          : {}),
      })),
      locked: keys.state === "locked" ? "keyring" : (journal.problem()?.code ?? null),
      problem: problemFound(),
      keyringMissing: keys.keyringMissing,
      staffExists: hasStaff,
      warnings: warnings(office?.recoveryCodeShown ?? false),
      version: context.appVersion,
      limits: office?.limits ?? defaultLimits,
    };
  }

  /** Amounts in a drawer and in the queue have no currency of their own: another one would change what they are. */
  function assertCurrencyMayChange(currency: string): void {
    const before = readOffice(journal.sql)?.facts?.currency;
    if (before === undefined || before === currency) return;
    if (openShiftOf(journal.sql) !== null)
      throw new Refusal("tillOpen", "Close the till before you change its currency.", { field: "currency" });
    if (unsettledItems(journal.sql).length > 0)
      throw new Refusal("unsettledItems", "The currency stays until every payment is settled.", {
        field: "currency",
      });
    if (transfersUnderWay(journal.sql).length > 0)
      throw new Refusal("unsettledItems", "The currency stays until every transfer is accepted.", {
        field: "currency",
      });
  }

  /** For what is changed outside of the journal first: a refusal has to leave that as it was. */
  function assertWritable(): void {
    const problem = journal.problem();
    if (problem !== null) throw new Refusal(problem.code, problem.detail);
  }

  async function supervisorByPin(name: string, pin: string): Promise<string> {
    const person = await people.verify(name, pin);
    if (person.role === "cashier")
      throw new Refusal("wrongRole", "A supervisor or an administrator has to decide this.", {
        field: "name",
      });
    return person.name;
  }

  /** PINs lie beside the journal and are lost with its file; who holds the printed code speaks for the office. */
  async function ownerByCode(name: string, recoveryCode: string): Promise<string> {
    try {
      await keys.unlock(recoveryCode);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      throw new Refusal(error.code, `The PINs were lost with the file. ${error.message}`, { field: "pin" });
    }
    return name;
  }

  /** Nobody has a PIN any more: this administrator is let in once, to give everybody a new one. */
  function admitOwner(name: string): void {
    const person = findStaff(journal.sql, name);
    if (person?.active === true && person.role === "admin")
      session.signIn({ name: person.name, role: person.role });
  }

  function providerView(id: string): ProviderView {
    const saved = providers.views().find((provider) => provider.id === id);
    if (saved === undefined) throw new Error("A provider that was just saved is not there.");
    return saved;
  }

  return {
    "setup.get": view,
    "setup.save": ({ office, till, currency, language }, by) => {
      assertCurrencyMayChange(currency);
      journal.write(({ append }) =>
        append({
          kind: "setup.saved",
          payload: { office, till, currency, language },
          actor: by.name,
        }),
      );
      providers.forget();
      context.emit("till.changed", {});
      return view();
    },
    "setup.saveLimits": async ({ limits, approval }, by) => {
      await consentToLimits(context, limits, approval, by);
      journal.write(({ append }) => append({ kind: "setup.limits", payload: { limits }, actor: by.name }));
      providers.forget();
      courier.wake();
      return view();
    },
    "setup.saveProvider": async ({ approval, ...input }, by) => {
      assertWritable();
      const saving = providers.prepare(input);
      await consentToProvider(context, saving.facts, approval, by);
      saving.keepSecrets();
      journal.write(({ append }) => append(saving.draft(by.name)));
      providers.forget();
      if (input.secrets !== undefined) courier.credentialsRenewed(input.id);
      courier.wake();
      context.emit("connection.changed", { providerId: input.id });
      return providerView(input.id);
    },
    "setup.providers": () => ({ providers: providers.views() }),
    "setup.testProvider": async ({ providerId }) => {
      const provider = context.provider(providerId);
      const begun = clock.monotonic();
      const answer = await provider.test();
      const millis = Math.round(clock.monotonic() - begun);
      courier.heard(providerId, answer);
      const { kind, reason, said } = answer;
      const more = { ...(reason === undefined ? {} : { reason }), ...(said === undefined ? {} : { said }) };
      return kind === "answer"
        ? { reachable: true, millis, detail: answer.value, ...more }
        : { reachable: kind === "refused", millis, detail: answer.message, problem: kind, ...more };
    },
    "setup.startTraining": (_input, by) => parts.startTraining(by),
    "setup.leaveTraining": () => parts.leaveTraining(),
    "setup.unlock": async ({ recoveryCode }) => {
      if (keys.state === "open") return view();
      await keys.unlock(recoveryCode);
      if (journal.examine() === null)
        journal.write(({ append }) => append({ kind: "setup.unlocked", payload: {}, actor: "system" }));
      parts.begin();
      return view();
    },
    "setup.recoveryCode": async (_input, by) => {
      assertWritable();
      const recoveryCode = keys.recoveryCode ?? (await keys.newRecoveryCode());
      journal.write(({ append }) => append({ kind: "setup.recoveryCodeShown", payload: {}, actor: by.name }));
      return { recoveryCode };
    },
    "setup.backUp": async (_input, by) => {
      const { path, entries } = await backUpInto(journal, join(context.dataDir, BACKUPS_FOLDER), clock);
      journal.write(({ append }) =>
        append({ kind: "setup.backedUp", payload: { entries, file: basename(path) }, actor: by.name }),
      );
      return { path, entries };
    },
    "setup.acceptData": async ({ name, pin, note }) => {
      const problem = journal.problem();
      if (problem === null)
        throw new Refusal("wrongState", "Nothing about this till's data waits for a decision.");
      const withCode = pins.areMissing();
      const actor = withCode ? await ownerByCode(name, pin) : await supervisorByPin(name, pin);
      journal.acceptData(
        { kind: "setup.dataAccepted", payload: { problem: problem.code, note }, actor },
        (transaction, isWhole) => {
          if (!isWhole) holdEverythingBack(transaction, problem.code, newInstallationId(), actor);
        },
      );
      parts.begin();
      if (withCode) admitOwner(actor);
      return view();
    },
    "setup.connections": () => ({ connections: courier.connections() }),
  };
}
