/** The faults that are put in on purpose: what each breaks, where, and which tests have to turn red. */

export interface Mutant {
  /** What the program would do, as a sentence without its beginning: "The program …". */
  name: string;
  /** Each text stands in its file exactly once. */
  edits: readonly { file: string; from: string; to: string }[];
  /** Test files, or the count of syncs. */
  noticedBy: readonly string[] | "fsync";
}

const one = (
  name: string,
  file: string,
  from: string,
  to: string,
  noticedBy: Mutant["noticedBy"],
): Mutant => ({
  name,
  edits: [{ file, from, to }],
  noticedBy,
});

export const mutants: readonly Mutant[] = [
  one(
    "asks SQLite for NORMAL instead of FULL",
    "electron/journal/database.ts",
    '["synchronous", "FULL", 2]',
    '["synchronous", "NORMAL", 1]',
    ["test/journal/appendOnly.test.ts"],
  ),
  one(
    "gives a receipt for what it has rolled back",
    "electron/journal/transactions.ts",
    'sql.exec("COMMIT");',
    'sql.exec("ROLLBACK");',
    ["test/journal/oneProcess.test.ts"],
  ),
  one(
    "does not sync the twin",
    "electron/journal/twin.ts",
    "      fdatasyncSync(this.#descriptor);\n",
    "",
    "fsync",
  ),
  one(
    "sends without an armed row",
    "electron/courier/arming.ts",
    '    append({\n      kind: "item.armed",',
    '    void ({\n      kind: "item.armed",',
    ["test/courier/repayments.test.ts"],
  ),
  one(
    "sends again after a 500",
    "electron/courier/outcome.ts",
    "  if (documented.isDocumentedSuccess(exchange))",
    '  if (exchange.response.status >= 500) return plain("notSent", null);\n  if (documented.isDocumentedSuccess(exchange))',
    ["test/courier/repayments.test.ts"],
  ),
  one(
    "takes a 200 with a web page for success",
    "electron/providers/iute/replies.ts",
    "    response.status === 200 &&\n    response.body.length === 0\n",
    "    response.status === 200\n",
    ["test/providers/iuteOnce.test.ts"],
  ),
  {
    name: "reads the baseline after it has sent",
    edits: [
      {
        file: "electron/courier/sending.ts",
        from: "  const attemptId = arm(parts, item, books);",
        to: `  const early = await sendOnce(parts, operation, "early");
  const late = await askBooks(parts, item.providerId, lender, item.loanRef);
  const attemptId = arm(parts, item, late.kind === "unavailable" ? books : late);`,
      },
      {
        file: "electron/courier/sending.ts",
        from: "    await sendArmed(parts, item, operation, attemptId);",
        to: "    await sendArmed(parts, item, { ...operation, send: async () => early! }, attemptId);",
      },
    ],
    noticedBy: ["test/courier/repayments.test.ts"],
  },
  one(
    "lets a payment be sent again after one absent reading",
    "electron/courier/reconcile/repayment.ts",
    '  return wasAbsent ? attention("absentTwice") : absentOnce;',
    '  return attention(wasAbsent ? "absentTwice" : "absentTwice");',
    ["test/courier/reconcile.test.ts"],
  ),
  one(
    "takes a movement by a multiple for its own payment",
    "electron/courier/reconcile/movement.ts",
    'return { kind: "multiple", times: movedMinor / amountMinor };',
    'return { kind: "exact" };',
    ["test/courier/reconcile.test.ts"],
  ),
  one(
    "settles a doubt with a single -1",
    "electron/courier/reconcile/repayment.ts",
    '  if (!seenAQuarantineAgo(facts, (earlier) => earlier.reading.kind === "noActiveLoan")) return waiting;\n',
    "",
    ["test/courier/reconcile.test.ts"],
  ),
  one(
    "sends again what was armed when it was killed",
    "electron/courier/courier.ts",
    '        append({ kind: "item.interrupted", payload: { itemId, attemptId }, actor: SYSTEM }),',
    `        append({
          kind: "item.answered",
          payload: {
            ...{ itemId, attemptId, outcome: "notSent", credentials: false },
            ...{ message: null, wire: null, retryAt: null },
          },
          actor: SYSTEM,
        }),`,
    ["test/courier/restart.test.ts"],
  ),
  one(
    "sends the next payment of a loan beside one in doubt",
    "electron/courier/due.ts",
    "  const open = line.find(isOpen);",
    "  const open = line.find((item) => isOpen(item) && item.sequence < 0);",
    ["test/courier/severalItems.test.ts"],
  ),
  one(
    "believes a refusal without a look at the books",
    "electron/journal/outbox/fold.ts",
    '        state: "unconfirmed",\n        refusalPending: true,',
    '        state: "refused",\n        refusalPending: true,',
    ["test/journal/fold.test.ts"],
  ),
  one(
    "gives cash back after one absent reading",
    "electron/journal/outbox/absence.ts",
    "  if (times.length < 2) return false;",
    "  if (times.length < 2) return true;",
    ["test/desks/repayments.test.ts"],
  ),
  one(
    "takes every broken connection for one on which nothing has left",
    "electron/courier/outcome.ts",
    "  if (!exchange.bytesLeft && exchange.response === null)",
    "  if (exchange.response === null)",
    ["test/courier/outcome.test.ts"],
  ),
  {
    name: "ignores the captureId",
    edits: [
      {
        file: "electron/desks/repayments/capture.ts",
        from: "  const first = itemByCapture(journal.sql, input.captureId);",
        to: '  const first = itemByCapture(journal.sql, input.captureId.concat("?"));',
      },
      {
        file: "electron/desks/repayments/capture.ts",
        from: "    const meanwhile = itemByCapture(transaction.sql, input.captureId);",
        to: '    const meanwhile = itemByCapture(transaction.sql, input.captureId.concat("?"));',
      },
    ],
    noticedBy: ["test/desks/repayments.test.ts"],
  },
  one(
    "destroys the data of a customer whose payment is not settled",
    "electron/journal/retention/expired.ts",
    "  return isCarriedOut(item) || (isFinal(item) && !cashToReturn(item));",
    "  return isCarriedOut(item) || isFinal(item) || !cashToReturn(item);",
    ["test/agent/daily.test.ts"],
  ),
  one(
    "goes on with what was carried to another computer",
    "electron/journal/outbox/fold.ts",
    "  if (isCarriedOut(item)) throw",
    "  if (isCarriedOut(item) && item.sequence < 0) throw",
    ["test/journal/carrying.test.ts"],
  ),
  one(
    "carries work out and goes on sending it",
    "electron/desks/carry.ts",
    '    append({ kind: "item.carriedOut", payload: { itemId, carryId }, actor });\n',
    "",
    ["test/agent/carrying.test.ts"],
  ),
  one(
    "goes on with the queue of an older copy of the data",
    "electron/desks/setup.ts",
    "if (!isWhole) holdEverythingBack(",
    "if (isWhole) holdEverythingBack(",
    ["test/agent/restoredData.test.ts"],
  ),
  one(
    "forgets a decision about the data that a crash cut short",
    "electron/journal/standing.ts",
    "if (isSound) onDisk(() => noteBegun(parts.file.sql, begun));",
    "",
    ["test/journal/restoredBackup.test.ts"],
  ),
  one(
    "takes a data folder that was put back whole for the newest",
    "electron/journal/examination.ts",
    "  if (!isPutBack(sql, place)) return null;",
    "  if (isPutBack(sql, place)) return null;",
    ["test/agent/restoredData.test.ts"],
  ),
];
