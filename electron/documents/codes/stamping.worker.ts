/** Runs in a process of its own, without keys: draws our codes into the footers of a PDF that is about to be printed. */
import { answerQuestions } from "../answering.ts";
import { stampQuestion } from "./stampMessages.ts";

const MOST_RESIDENT_BYTES = 640 * 1024 * 1024;

answerQuestions(MOST_RESIDENT_BYTES, async (message) => {
  const { number, bytes, stamps } = stampQuestion.parse(message);
  // Loaded with the first question, so that the process listens from its first moment.
  const { stampedPdf } = await import("./stamping.ts");
  return { number, stamped: await stampedPdf(bytes, stamps) };
});
