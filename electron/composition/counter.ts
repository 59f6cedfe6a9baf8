/** One counter: an opened data folder with its keys, journal, courier, documents, people and desks. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { SetupView } from "../../shared/api/setup.ts";
import type { EventName, Events } from "../../shared/api.ts";
import { type Envelope, Refusal } from "../../shared/errors.ts";
import { defaultLimits, type Limits } from "../../shared/limits.ts";
import { createCourier } from "../courier/courier.ts";
import type { SignedIn } from "../desks/context.ts";
import { createPeople } from "../desks/people.ts";
import { createPinHashing, type PinCost, type PinHashing } from "../desks/pinHashing.ts";
import { createRunningScans } from "../desks/scanning/runningScans.ts";
import type { SessionEnd } from "../desks/staff.ts";
import type { TrainingSide } from "../desks/training.ts";
import { createUploads } from "../desks/uploads.ts";
import { createScanners } from "../devices/scanners.ts";
import { createStamper } from "../documents/codes/stamper.ts";
import { createInspector } from "../documents/inspector.ts";
import { createPageBinder } from "../documents/pages/binder.ts";
import { createLook } from "../documents/pages/looking.ts";
import { createDocumentStore } from "../documents/store.ts";
import { BACKUPS_FOLDER, backUpFile, isContinued, type MadeBackUp } from "../journal/backup.ts";
import { openCodeSecrets } from "../journal/codeSecrets.ts";
import type { Journal } from "../journal/contract.ts";
import { openJournal } from "../journal/journal.ts";
import { type Keys, openKeys } from "../journal/keys/keys.ts";
import { readOffice, staffExists } from "../journal/office/queries.ts";
import { readScanners } from "../journal/paper/scanners.ts";
import { openPins, type Pins } from "../journal/pins.ts";
import { projections } from "../journal/projections/index.ts";
import { onDisk } from "../journal/storageFailure.ts";
import { readTrustedCertificates } from "../journal/trust/queries.ts";
import type { Log } from "../logging/log.ts";
import type { Keyring, SettingsStore } from "../ports.ts";
import { createAllDesks } from "./allDesks.ts";
import { createApprove } from "./approving.ts";
import { createDailyRound, noteBackUp } from "./dailyRound.ts";
import { type CorePorts, createDeskContext, newIdFrom } from "./deskContext.ts";
import { type Answering, createDispatch, nobody } from "./dispatch.ts";
import { createInstallation } from "./installation.ts";
import { createProviderShelf, type ProviderShelf } from "./providerShelf.ts";
import { type Provision, prepareProvision } from "./provisioning.ts";
import { createSafetyParts, twinPathOf } from "./safety.ts";
import { type CounterSession, createSession } from "./session.ts";

export interface CounterOptions {
  dataDir: string;
  keyring: Keyring;
  settings: SettingsStore;
  ports: CorePorts;
  pinCost?: PinCost;
  /** Asked for an empty folder only, to which it is applied once. */
  provision: () => Provision | null;
  /** The other side, where this is a training counter. */
  training: TrainingSide | null;
  emit<Name extends EventName>(name: Name, payload: Events[Name]): void;
  startTraining(by: SignedIn): Promise<SetupView>;
  leaveTraining(): Promise<SetupView>;
  onSessionEnd(because: SessionEnd): void;
}

export interface Counter {
  readonly journal: Journal;
  readonly keys: Keys;
  readonly session: CounterSession;
  readonly shelf: ProviderShelf;
  readonly pins: Pins;
  readonly hashing: PinHashing;
  readonly answer: Answering;
  /** True until an office, a member of staff or a provider is there; false while that cannot be known. */
  isEmpty(): boolean;
  view(): Promise<SetupView>;
  /** Waits for what is under way. Unsettled work stays in the journal. */
  close(): Promise<void>;
}

/** The version that last worked with this folder. */
const VERSION_SETTING = "ranVersion";

/** A new version's first start is preceded by a copy of what the old one has left, before anything is migrated. */
async function backUpBeforeUpdate(options: CounterOptions): Promise<MadeBackUp | null> {
  const { dataDir, settings, ports } = options;
  const before = settings.get(VERSION_SETTING);
  if (options.training !== null || typeof before !== "string" || before === ports.appVersion) return null;
  try {
    return await backUpFile(dataDir, join(dataDir, BACKUPS_FOLDER), ports.clock);
  } catch (error) {
    // A damaged file is looked at and mended by the journal itself; without room for a copy nothing is updated.
    if (!(error instanceof Refusal) || error.code === "diskFull" || error.code === "readOnlyData")
      throw error;
    ports.log("warning", "update.notBackedUp", { code: error.code });
    return null;
  }
}

function noteUpdate(journal: Journal, made: MadeBackUp, log: Log): void {
  if (!isContinued(journal.sql, made)) log("error", "update.differs", { entries: made.entries });
  noteBackUp(journal, { entries: made.entries, file: made.file });
}

function changesCounter(name: string): boolean {
  return name === "setup.startTraining" || name === "setup.leaveTraining";
}

/** Throws what `openJournal` throws, and `readOnlyData` or `diskFull` where the folder cannot be used. */
export async function openCounter(options: CounterOptions): Promise<Counter> {
  const { dataDir, keyring, settings, ports } = options;
  onDisk(() => mkdirSync(dataDir, { recursive: true, mode: 0o700 }));
  const beforeUpdate = await backUpBeforeUpdate(options);
  const keys = await openKeys({ folder: dataDir, store: settings, keyring, random: ports.random });
  const journal = openJournal({
    folder: dataDir,
    twinPath: twinPathOf(dataDir, settings),
    clock: ports.clock,
    random: ports.random,
    keys,
    projections,
    appVersion: ports.appVersion,
    settings,
  });
  try {
    const counter = await assemble(options, keys, journal, beforeUpdate);
    settings.set(VERSION_SETTING, ports.appVersion);
    return counter;
  } catch (error) {
    journal.close();
    throw error;
  }
}

async function assemble(
  options: CounterOptions,
  keys: Keys,
  journal: Journal,
  beforeUpdate: MadeBackUp | null,
): Promise<Counter> {
  const { dataDir, settings, ports } = options;
  const { clock, random, transport, log } = ports;
  const limits = (): Limits => readOffice(journal.sql)?.limits ?? defaultLimits;
  const shelf = createProviderShelf({
    sql: () => journal.sql,
    keys,
    settings,
    transport,
    clock,
    limits,
    currency: () => readOffice(journal.sql)?.facts?.currency ?? "",
    log,
  });
  const pins = openPins(journal, clock);
  const hashing = createPinHashing({
    keys,
    clock,
    random,
    ...(options.pinCost === undefined ? {} : { cost: options.pinCost }),
  });
  const codes = openCodeSecrets({ journal, keys, random });
  const people = createPeople({ journal, pins, codes, hashing, clock });
  const session = createSession({
    journal,
    keys,
    clock,
    idleLockSeconds: () => limits().idleLockSeconds,
    sessionHours: () => limits().sessionHours,
    emit: options.emit,
    log,
    onEnd: (because) => {
      keys.recoveryCodeShown();
      options.onSessionEnd(because);
    },
  });
  const isTraining = options.training !== null;
  const { isWorking, isEmpty, install } = createInstallation({
    ...{ journal, keys, random, appVersion: ports.appVersion },
    training: isTraining,
  });
  const provision = isEmpty() ? options.provision() : null;
  if (provision !== null) install(await prepareProvision(provision, { shelf, hashing, pins }));

  const binder = createPageBinder({ fork: ports.forkProcess, clock, log });
  const documents = createDocumentStore({
    journal,
    folder: join(dataDir, "documents"),
    random,
    inspect: createInspector({ fork: ports.forkProcess, clock, log }),
    look: createLook(binder),
    log,
  });
  const stamper = createStamper({ fork: ports.forkProcess, clock, log });
  const scanners = createScanners({
    ...{ clock, log, folder: join(dataDir, "scans") },
    configured: () => readScanners(journal.sql),
  });
  const running = createRunningScans();
  const courier = createCourier({
    ...{ journal, clock, random, transport, limits, log },
    provider: shelf.find,
    providers: shelf.all,
    emit: options.emit,
  });
  const context = createDeskContext({
    ...{ journal, keys, courier, documents, ports, session, shelf, limits, dataDir },
    approve: createApprove({ journal, session, people, newId: newIdFrom(random) }),
    emit: options.emit,
    training: isTraining,
  });
  const uploads = createUploads(context);

  const daily = createDailyRound({
    ...{ journal, documents, clock, limits, log },
    backups: join(dataDir, BACKUPS_FOLDER),
    // People who train leave nothing that has to be kept or ended.
    isWorking: () => isWorking() && !isTraining,
  });
  let unnoted = beforeUpdate;

  /** What rested while the till was locked or its data waited for a decision goes to work. */
  function begin(): void {
    if (!isWorking()) return;
    if (readOffice(journal.sql) === null) install(() => undefined);
    shelf.forget();
    session.endLastOne();
    courier.wake();
    uploads.start();
    if (unnoted !== null) noteUpdate(journal, unnoted, log);
    unnoted = null;
    daily.start();
  }
  begin();

  const safety = createSafetyParts({ dataDir, settings, clock, trust: isTraining ? null : ports.trust });
  safety.trust(readTrustedCertificates(journal.sql).map(({ pem }) => pem));
  const desks = createAllDesks(context, {
    safety,
    setup: {
      training: isTraining,
      providers: shelf,
      people,
      pins,
      session,
      startTraining: options.startTraining,
      leaveTraining: options.leaveTraining,
      begin,
    },
    staff: { session, people, pins, codes, hashing },
    approvals: { people, codes },
    training: options.training,
    uploads,
    scans: { scanners, binder, running },
    stamper,
  });
  const underWay = new Set<Promise<Envelope<unknown>>>();
  const dispatch = createDispatch({
    desks,
    session,
    isLocked: () => keys.state === "locked",
    staffExists: () => staffExists(journal.sql),
    random,
    log,
  });

  return {
    journal,
    keys,
    session,
    shelf,
    pins,
    hashing,
    answer: async (name, input) => {
      const answering = dispatch(name, input);
      // Changing counters waits for this one to end, so its end does not wait for that.
      if (changesCounter(name)) return answering;
      underWay.add(answering);
      try {
        return await answering;
      } finally {
        underWay.delete(answering);
      }
    },
    isEmpty,
    view: async () => desks["setup.get"]({}, nobody),
    close: async () => {
      session.close();
      await courier.close();
      await uploads.close();
      await daily.close();
      running.stopAll();
      await Promise.all(underWay);
      await binder.close();
      await stamper.close();
      await documents.close();
      journal.close();
    },
  };
}
