/** The office's counter and, while somebody trains, a second one beside it: which of the two a call goes to. */
import { join } from "node:path";
import type { SetupView } from "../../shared/api/setup.ts";
import type { EventName, Events } from "../../shared/api.ts";
import { Refusal } from "../../shared/errors.ts";
import type { PinCost } from "../desks/pinHashing.ts";
import { bugFacts } from "../logging/log.ts";
import type { Keyring, SettingsStore } from "../ports.ts";
import { type Counter, openCounter } from "./counter.ts";
import type { CorePorts } from "./deskContext.ts";
import type { Answering } from "./dispatch.ts";
import type { Provision } from "./provisioning.ts";
import { openTraining, type TrainingCounter } from "./trainingCounter.ts";

export interface HouseOptions {
  dataDir: string;
  keyring: Keyring;
  settings: SettingsStore;
  ports: CorePorts;
  /** Asked for an empty folder only. Throws `invalidInput`. */
  provision: () => Provision | null;
  pinCost?: PinCost;
  emit<Name extends EventName>(name: Name, payload: Events[Name]): void;
}

export interface House {
  readonly answer: Answering;
  /** Whoever is at a counter is signed out in the system's name; what is being sent goes on. */
  lock(): void;
  close(): Promise<void>;
}

/** Whoever closes the program while training finds themselves in training again. */
const TRAINING_SETTING = "training";

export async function openHouse(options: HouseOptions): Promise<House> {
  const opening = new OpenHouse(options);
  await opening.open();
  return opening;
}

function forCounter(provision: Provision | null, which: "office" | "training"): Provision | null {
  return provision?.training === (which === "training") ? provision : null;
}

class OpenHouse implements House {
  readonly #options: HouseOptions;
  #office: Counter | null = null;
  #training: TrainingCounter | null = null;
  /** Training begins or ends: one after the other, since both hold the same folder. */
  #change: Promise<unknown> = Promise.resolve();
  /** The training counter that was left ends by itself; the next one needs its folder. */
  #leaving: Promise<void> = Promise.resolve();

  constructor(options: HouseOptions) {
    this.#options = options;
  }

  async open(): Promise<void> {
    const { provision, settings } = this.#options;
    const office = await openCounter({
      ...this.#options,
      ...this.#doors("office"),
      provision: () => forCounter(provision(), "office"),
      training: null,
      onSessionEnd: () => undefined,
    });
    this.#office = office;
    try {
      // A till that is set up already takes no more from a file, nor does it turn into a training till.
      const begun = office.isEmpty() ? forCounter(provision(), "training") : null;
      if (begun !== null) await this.#openTraining(begun);
      else if (settings.get(TRAINING_SETTING) === true) await this.#reopenTraining();
    } catch (error) {
      await office.close();
      throw error;
    }
  }

  /** The office's own work must not wait for a training folder that cannot be opened. */
  async #reopenTraining(): Promise<void> {
    const { settings, ports } = this.#options;
    try {
      await this.#openTraining(null);
    } catch (error) {
      settings.delete(TRAINING_SETTING);
      ports.log("error", "training.notReopened", bugFacts(error));
    }
  }

  readonly answer: Answering = (name, input) => (this.#training ?? this.#opened()).answer(name, input);

  lock(): void {
    this.#training?.session.signOut("system");
    this.#opened().session.signOut("system");
  }

  async close(): Promise<void> {
    await this.#change;
    await this.#leaving;
    await this.#training?.close();
    await this.#opened().close();
  }

  #opened(): Counter {
    if (this.#office === null) throw new Error("The house was used before it was open.");
    return this.#office;
  }

  /** A page shows one counter: only that one's events reach it. */
  #doors(which: "office" | "training") {
    const isShown = () => (this.#training === null) === (which === "office");
    return {
      emit: <Name extends EventName>(name: Name, payload: Events[Name]) => {
        if (!isShown()) return;
        this.#options.emit(name, payload);
        // Every change of an item may move its cash to another line of the till.
        if (name === "outbox.changed") this.#options.emit("till.changed", {});
      },
      startTraining: () => this.#inTurn(() => this.#startTraining()),
      leaveTraining: () => this.#inTurn(() => this.#leaveTraining()),
    };
  }

  #inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const turn = this.#change.then(work);
    this.#change = turn.catch(() => undefined);
    return turn;
  }

  async #openTraining(provision: Provision | null): Promise<TrainingCounter> {
    const { dataDir, ports, settings } = this.#options;
    await this.#leaving;
    const training = await openTraining({
      ...this.#doors("training"),
      dataDir: join(dataDir, "training"),
      ports,
      provision,
      // Whoever leaves the counter while training has left the office's, too.
      onSessionEnd: (because) => this.#opened().session.signOut(because),
    });
    try {
      settings.set(TRAINING_SETTING, true);
    } catch (error) {
      await training.close();
      throw error;
    }
    this.#training = training;
    this.#opened().session.rest();
    return training;
  }

  async #startTraining(): Promise<SetupView> {
    const training = this.#training ?? (await this.#openTraining(null));
    if (training.session.current() === null) await training.welcome(this.#opened().session.current());
    return training.view();
  }

  async #leaveTraining(): Promise<SetupView> {
    const leaving = this.#training;
    if (leaving === null) throw new Refusal("notInTraining", "This is the office itself, not training.");
    this.#options.settings.delete(TRAINING_SETTING);
    this.#training = null;
    this.#opened().session.touch();
    this.#leaving = leaving.close().catch((error: unknown) => {
      this.#options.ports.log("error", "training.closeFailed", bugFacts(error));
    });
    return this.#opened().view();
  }
}
