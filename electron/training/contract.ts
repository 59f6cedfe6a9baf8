/** What every training provider offers, whichever of the five systems it plays. */

export type TrainingKind = "iute" | "apollo" | "drap" | "interswitch" | "q2";

/** One switchable way of behaving badly; the sentence is what the training screen lists. */
export interface MisbehaviourDescription {
  readonly kind: string;
  readonly description: string;
}

/** One arrival at the provider's door, kept without credentials. Numbers are gapless from 1. */
export interface ReceivedRequest {
  readonly number: number;
  readonly at: string;
  readonly method: string;
  readonly path: string;
  /** The provider's name for the call, or null for an address that it does not have. */
  readonly operation: string | null;
  readonly params: Readonly<Record<string, string>>;
  /** The misbehaviour that met this request, or null. */
  readonly misbehaviour: string | null;
  /** True for the second copy of a request that a proxy on the way has repeated. */
  readonly repeated: boolean;
}

export interface MisbehaveOptions {
  /** Only requests for this operation; without it, those where the kind is instructive. */
  readonly operation?: string;
  /** For the kinds that wait: how long. */
  readonly delayMillis?: number;
}

export interface TrainingProvider {
  readonly kind: TrainingKind;
  /** What a provider's settings take as `baseUrl`. It stays the same while the line is down. */
  readonly baseUrl: string;
  readonly misbehaviours: readonly MisbehaviourDescription[];
  /** The next `times` matching requests meet this misbehaviour. Earlier ones that still wait come first. */
  misbehave(kind: string, times: number, options?: MisbehaveOptions): void;
  /** Forgets every misbehaviour that has not happened yet. */
  calm(): void;
  /** Down: nothing listens, open connections die. Survives a restart. Up again on the same port. */
  setLine(up: boolean): Promise<void>;
  lineUp(): boolean;
  requests(): readonly ReceivedRequest[];
  /** Tells after every request that was dealt with and every change of the books. Returns the way out. */
  subscribe(listener: () => void): () => void;
  /** What was on its way into the books still arrives; then every socket is closed. */
  close(): Promise<void>;
}

export type TrainingRefusalCode =
  | "unknownKind"
  | "unknownOperation"
  | "unknownLoan"
  | "wrongStep"
  | "badAmount"
  | "portTaken";

/** A request of the trainer's own desk (not of the network) that cannot be done, with a sentence that says why. */
export class TrainingRefusal extends Error {
  readonly code: TrainingRefusalCode;

  constructor(code: TrainingRefusalCode, message: string) {
    super(message);
    this.name = "TrainingRefusal";
    this.code = code;
  }
}
