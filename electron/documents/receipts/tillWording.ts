/** The shape of the words on the till's paper: shift reports, transfer slips, and the summary of a dispute's evidence. */

export interface TillTexts {
  titles: {
    /** Of a closed shift, and of one that is still open. */
    report: string;
    interim: string;
    transferOut: string;
    transferIn: string;
    evidence: string;
  };
  report: {
    businessDate: string;
    floatCounted: string;
    pieces: string;
    reason: string;
    approvedBy: string;
    /** Where nobody could consent yet. */
    toBeSigned: string;
    counts: string;
    count: string;
    recount: string;
    /** Beside the count that closed the shift. */
    closing: string;
    carriedSigned: string;
    carriedNotSigned: string;
    underWay: string;
    underWayNote: string;
    disputes: string;
    /** In place of the sums, on a cashier's report before the count. */
    blind: string;
    kinds: { transferOut: string; transferIn: string; transferBack: string };
  };
  transfer: {
    from: string;
    to: string;
    safe: string;
    code: string;
    acknowledgement: string;
    /** What the state means for the cash, one each. */
    underWaySafe: string;
    underWayTill: string;
    accepted: string;
    cameBack: string;
    received: string;
    states: { underWay: string; accepted: string; cameBack: string };
    signatureSender: string;
    signatureReceiver: string;
  };
  evidence: {
    about: { shift: string; item: string; entry: string };
    number: string;
    disputedBy: string;
    note: string;
    installation: string;
    version: string;
    clock: string;
    clockUnknown: string;
    items: string;
    attempts: string;
    /** Of an attempt: whether any byte can have left the computer. */
    nothingLeft: string;
    mayHaveLeft: string;
    entries: string;
    files: string;
    check: string;
  };
}
