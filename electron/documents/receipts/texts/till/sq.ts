/** The words on the till's paper in Albanian. */
import type { TillTexts } from "../../tillWording.ts";

export const texts: TillTexts = {
  titles: {
    report: "Raporti i turnit (Z)",
    interim: "Raport i ndërmjetëm (X)",
    transferOut: "Fletë dorëzimi",
    transferIn: "Dorëzim i marrë",
    evidence: "Prova për një kundërshtim",
  },
  report: {
    businessDate: "Data e punës",
    floatCounted: "Gjendja fillestare sipas prerjeve",
    pieces: "Copë",
    reason: "Arsyeja e diferencës",
    approvedBy: "Parë nga",
    toBeSigned: "duhet nënshkruar nga mbikëqyrësi",
    counts: "Numërimet e arkës",
    count: "Numërim",
    recount: "Rinumërim",
    closing: "u mbyll me këtë numërim",
    carriedSigned: "Kaluan me emër dhe u nënshkruan.",
    carriedNotSigned: "Kaluan me emër.",
    underWay: "Në rrugë",
    underWayNote: "Ç’është në rrugë ka dalë nga arka dhe pret të pranohet. Nuk është mungesë.",
    disputes: "Kundërshtime",
    kinds: {
      transferOut: "Të dorëzuara",
      transferIn: "Të marra nga arkë tjetër",
      transferBack: "Të dorëzuara, u kthyen",
    },
  },
  transfer: {
    from: "Nga",
    to: "Për",
    safe: "Kasaforta",
    code: "Kodi për arkën marrëse",
    acknowledgement: "Shenjat për arkën dërguese",
    underWaySafe:
      "Paratë kanë dalë nga arka. Janë në rrugë derisa një mbikëqyrës t’i pranojë për kasafortën.",
    underWayTill:
      "Paratë kanë dalë nga arka. Arka marrëse skanon ose shkruan kodin; janë në rrugë derisa shenjat e saj të shkruhen te arka dërguese.",
    accepted: "Marrësi i ka paratë.",
    cameBack: "Askush nuk i mori paratë: janë përsëri në arkë. Kjo fletë nuk vlen më.",
    received: "Paratë janë në këtë arkë. Arka dërguese shkruan këto shenja.",
    states: { underWay: "Në rrugë", accepted: "Pranuar", cameBack: "U kthye" },
    signatureSender: "Nënshkrimi i dorëzuesit",
    signatureReceiver: "Nënshkrimi i marrësit",
  },
  evidence: {
    about: { shift: "Një turn i tërë", item: "Një pagesë", entry: "Një shënim i ditarit" },
    number: "Kundërshtimi",
    disputedBy: "Kundërshtuar nga",
    note: "Çfarë kundërshtohet",
    installation: "Instalimi",
    version: "Versioni",
    clock: "Ora e këtij kompjuteri kundrejt kredidhënësit",
    clockUnknown: "Ora e kredidhënësit nuk u pa.",
    items: "Pagesat",
    attempts: "Përpjekjet drejt kredidhënësit",
    nothingLeft: "asgjë nuk doli nga ky kompjuter",
    mayHaveLeft: "mund të ketë arritur te kredidhënësi",
    entries: "Shënimet e ditarit",
    files: "Skedarët në këtë paketë (SHA-256)",
    check:
      "journal.jsonl mban çdo shënim me hash-in e atij para tij: kushdo mund ta llogarisë sërish SHA-256. Emrat dhe numrat personalë nuk janë në këtë paketë.",
  },
};
