/** What the page finds as `window.counterfoil`: verbs by desk, events, and the files that a person has chosen. */
import type { CallInput, CallName, CallValue, EventName, Events } from "./api.ts";
import type { Envelope } from "./errors.ts";

type DeskOf<Name extends CallName> = Name extends `${infer Desk}.${string}` ? Desk : never;
type VerbOf<Desk extends string, Name extends CallName> = Name extends `${Desk}.${infer Verb}` ? Verb : never;

/** A call without fields may be made without an argument. */
type Verb<Name extends CallName> =
  Record<string, never> extends CallInput<Name>
    ? (input?: CallInput<Name>) => Promise<Envelope<CallValue<Name>>>
    : (input: CallInput<Name>) => Promise<Envelope<CallValue<Name>>>;

/** `counterfoil.repayments.capture(…)`, and so on for every call of the table. */
export type Desks = {
  readonly [Desk in DeskOf<CallName>]: {
    readonly [Name in VerbOf<Desk, CallName>]: `${Desk}.${Name}` extends CallName
      ? Verb<`${Desk}.${Name}`>
      : never;
  };
};

/** Calls whose `path` is a token for a file, or a folder, that exists already. */
export const readingCalls = [
  "documents.import",
  "setup.carryIn",
  "setup.moveTwin",
  "setup.trustCertificates",
  "scanners.addFolder",
] as const satisfies readonly CallName[];
export type ReadingCall = (typeof readingCalls)[number];

/** Calls whose `path` is a token for a file that is to be written. */
export const writingCalls = [
  "documents.save",
  "journal.export",
  "disputes.save",
  "setup.carryOut",
] as const satisfies readonly CallName[];
export type WritingCall = (typeof writingCalls)[number];

/** A file that a person has chosen. `token` stands for its path, once, in the call that it was chosen for. */
export type ChosenFile = { token: string; name: string; bytes: number };

export type FileDoor = {
  /** The system's dialog for opening; no files when the person closed it. */
  pick(options: { purpose: ReadingCall; several?: boolean }): Promise<Envelope<{ files: ChosenFile[] }>>;
  /** A file from a drop or a file field; one that was made in the page is refused. */
  fromDrop(file: File, options: { purpose: ReadingCall }): Promise<Envelope<ChosenFile>>;
  /** The system's dialog for saving; null when the person closed it. */
  saveAs(options: {
    purpose: WritingCall;
    suggestedName: string;
  }): Promise<Envelope<{ token: string; name: string } | null>>;
};

/** The page gets no picture before `open` was answered, and `open` is refused where no hand has pressed anything. */
export type CameraDoor = {
  open(): Promise<Envelope<Record<string, never>>>;
  close(): Promise<Envelope<Record<string, never>>>;
};

export type CounterfoilBridge = Desks & {
  /** Listens to one event; the function it gives ends that. */
  on<Name extends EventName>(event: Name, listener: (payload: Events[Name]) => void): () => void;
  readonly files: FileDoor;
  readonly camera: CameraDoor;
};

declare global {
  interface Window {
    readonly counterfoil: CounterfoilBridge;
  }
}
