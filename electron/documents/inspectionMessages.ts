/** What the core and the process that opens PDFs say to each other. */
import { z } from "zod";

export const inspectionQuestion = z.object({
  /** Answers carry the number of their question. */
  number: z.number().int(),
  bytes: z.instanceof(Uint8Array),
  /** A reference that the text should name; null where none is expected. */
  find: z.string().nullable(),
});
export type InspectionQuestion = z.infer<typeof inspectionQuestion>;

export const pdfFindings = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("pdf"),
    pages: z.number().int().min(1),
    /** True where the document carries a script anywhere; it is never run here. */
    scripted: z.boolean(),
    /** Whether `find` stands in the text; `noText` for a scan or a drawing. Null where nothing was to be found. */
    found: z.enum(["found", "notFound", "noText"]).nullable(),
  }),
  z.object({ kind: z.literal("encrypted") }),
  z.object({ kind: z.literal("broken") }),
]);
export type PdfFindings = z.infer<typeof pdfFindings>;

export const inspectionAnswer = z.object({ number: z.number().int(), findings: pdfFindings });
