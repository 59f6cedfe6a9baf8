/** Starts the training providers of one training folder, and tells how a counter is configured to reach them. */
import { join } from "node:path";
import type { ApolloLoan } from "./apollo/books.ts";
import { startTrainingApollo, type TrainingApollo } from "./apollo/server.ts";
import type { ReceivedRequest, TrainingKind, TrainingProvider } from "./contract.ts";
import { TrainingRefusal } from "./contract.ts";
import { startTrainingDrap, TRAINING_ERROR_CODES, type TrainingDrap } from "./drap/server.ts";
import { startTrainingInterswitch, type TrainingInterswitch } from "./interswitch/server.ts";
import type { AutoDecide } from "./iute/automaticStaff.ts";
import { startTrainingIute, type TrainingIute } from "./iute/server.ts";
import { startTrainingQ2, type TrainingQ2 } from "./q2/server.ts";
import type { Timer } from "./timers.ts";
import { type TrainingExample, trainingExamples } from "./trainingExamples.ts";

/** What `setup.saveProvider` takes, for one training provider. The secrets are made up and open to everybody. */
export interface TrainingConfiguration {
  /** Equal to the kind: a training counter has one of each. */
  readonly id: TrainingKind;
  readonly kind: TrainingKind;
  readonly name: string;
  readonly baseUrl: string;
  readonly settings: Readonly<Record<string, string | string[] | Record<string, string>>>;
  readonly secrets: Readonly<Record<string, string>>;
}

export interface TrainingProvidersOptions {
  /** Where the five keep their books, one file each; without it in memory. */
  readonly folder?: string;
  readonly clock?: () => number;
  readonly timer?: Timer;
  /** Staff of the Iute lender who decide by themselves; without it nobody does. */
  readonly autoDecide?: AutoDecide;
  readonly onFault?: (error: unknown) => void;
}

export interface TrainingProviders {
  readonly iute: TrainingIute;
  readonly drap: TrainingDrap;
  readonly interswitch: TrainingInterswitch;
  readonly q2: TrainingQ2;
  readonly apollo: TrainingApollo;
  readonly all: readonly TrainingProvider[];
  readonly configurations: readonly TrainingConfiguration[];
  readonly examples: readonly TrainingExample[];
  /** Throws a TrainingRefusal where there is no such provider or misbehaviour. */
  misbehave(providerId: string, kind: string, times: number): void;
  calm(): void;
  /** Pulls or puts back the line of all of them. */
  setLine(up: boolean): Promise<void>;
  lineUp(): boolean;
  requests(providerId: string): readonly ReceivedRequest[];
  close(): Promise<void>;
}

/** What every training counter is given; open to everybody, since nothing behind it is real. */
const iuteSecrets = { username: "training", password: "training" };
const clientSecrets = { clientId: "training", clientSecret: "training-secret" };
const userSecrets = { ...clientSecrets, username: "training", password: "training-password" };
const apolloSecrets = { ...clientSecrets, apiKey: "training-key" };
const DRAP_SCOPE = "api://training/customer";
const CHANNEL_CODE = "0002";
const PARTNER_TAG = "TEST";

export async function startTrainingProviders(
  options: TrainingProvidersOptions = {},
): Promise<TrainingProviders> {
  const { folder, autoDecide, ...common } = options;
  const books = (kind: TrainingKind) => ({
    ...common,
    ...(folder === undefined ? {} : { booksPath: join(folder, `${kind}-books.json`) }),
  });
  const iute = await startTrainingIute({
    ...books("iute"),
    ...(autoDecide ? { autoDecide } : {}),
    credentials: iuteSecrets,
    partnerType: "post",
    seedExamples: true,
  });
  const [drap, interswitch, q2, apollo] = await Promise.all([
    startTrainingDrap({ ...books("drap"), credentials: userSecrets, scope: DRAP_SCOPE }),
    startTrainingInterswitch({
      ...books("interswitch"),
      credentials: clientSecrets,
      channelCode: CHANNEL_CODE,
    }),
    startTrainingQ2({ ...books("q2"), credentials: userSecrets }),
    startTrainingApollo({
      ...books("apollo"),
      credentials: apolloSecrets,
      partnerTag: PARTNER_TAG,
      otherLoans: (loanRef) => loanOfIute(iute, loanRef),
    }),
  ]);
  const all: readonly TrainingProvider[] = [iute, drap, interswitch, q2, apollo];
  const provider = (providerId: string): TrainingProvider => {
    const found = all.find(({ kind }) => kind === providerId);
    if (!found) throw new TrainingRefusal("unknownKind", `There is no training provider "${providerId}".`);
    return found;
  };

  return {
    iute,
    drap,
    interswitch,
    q2,
    apollo,
    all,
    configurations: [
      {
        id: "iute",
        kind: "iute",
        name: "Iute (training)",
        baseUrl: iute.baseUrl,
        settings: { partnerType: "post", languages: ["alb", "rom", "rus", "mac", "eng"] },
        secrets: iuteSecrets,
      },
      {
        id: "drap",
        kind: "drap",
        name: "DRAP (training)",
        baseUrl: drap.baseUrl,
        settings: {
          scope: DRAP_SCOPE,
          channel: "Direct",
          agentLocationId: "784101",
          errorCodes: Object.fromEntries(
            Object.entries(TRAINING_ERROR_CODES).map(([outcome, code]) => [String(code), outcome]),
          ),
        },
        secrets: userSecrets,
      },
      {
        id: "interswitch",
        kind: "interswitch",
        name: "Interswitch (training)",
        baseUrl: interswitch.baseUrl,
        settings: { channelCode: CHANNEL_CODE, tokenUrl: interswitch.tokenUrl, amountUnit: "minor" },
        secrets: clientSecrets,
      },
      {
        id: "q2",
        kind: "q2",
        name: "Q2 (training)",
        baseUrl: q2.baseUrl,
        settings: { tokenUrl: q2.tokenUrl },
        secrets: userSecrets,
      },
      {
        id: "apollo",
        kind: "apollo",
        name: "Apollo (training)",
        baseUrl: apollo.baseUrl,
        settings: { tokenUrl: apollo.tokenUrl, partnerTag: PARTNER_TAG, authorizationScheme: "bearer" },
        secrets: apolloSecrets,
      },
    ],
    examples: trainingExamples,
    misbehave: (providerId, kind, times) => provider(providerId).misbehave(kind, times),
    calm: () => {
      for (const each of all) each.calm();
    },
    setLine: async (up) => {
      await Promise.all(all.map((each) => each.setLine(up)));
    },
    lineUp: () => all.every((each) => each.lineUp()),
    requests: (providerId) => provider(providerId).requests(),
    close: async () => {
      await Promise.all(all.map((each) => each.close()));
    },
  };
}

/** A loan that was paid out at this training counter is a personal loan in Apollo's book, and closes when it is repaid. */
function loanOfIute(iute: TrainingIute, loanRef: string): ApolloLoan | null {
  const loan = iute.books().loans.find((candidate) => candidate.loanRef === loanRef);
  if (!loan || (loan.step !== "active" && loan.step !== "closed")) return null;
  const { firstName, lastName } = loan.application;
  return {
    partnerLoanId: loanRef,
    loanType: "PL",
    borrower: `${firstName} ${lastName}`,
    closed: loan.step === "closed",
  };
}
