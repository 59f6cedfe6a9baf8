/** Runs in a process of its own, without keys and without the program's environment: opens PDFs and says what they are. */
import { answerQuestions } from "./answering.ts";
import { inspectionQuestion } from "./inspectionMessages.ts";

/** A document that needs more memory than this is not worth the counter's computer. */
const MOST_RESIDENT_BYTES = 640 * 1024 * 1024;

answerQuestions(MOST_RESIDENT_BYTES, async (message) => {
  const { number, bytes, find } = inspectionQuestion.parse(message);
  // Loaded with the first question, so that the process listens from its first moment.
  const { examinePdf } = await import("./pdf.ts");
  return { number, findings: await examinePdf(bytes, find) };
});
