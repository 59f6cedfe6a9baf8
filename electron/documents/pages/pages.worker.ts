/** Runs in a process of its own, without keys: decodes what scanners send and puts its pages together into one PDF. */
import { answerQuestions } from "../answering.ts";
import { pagesQuestion } from "./pageMessages.ts";

/** A page of A3 at 600 dots per inch in colour, while it is decoded. */
const MOST_RESIDENT_BYTES = 1200 * 1024 * 1024;

answerQuestions(MOST_RESIDENT_BYTES, async (message) => {
  const { number, ...asked } = pagesQuestion.parse(message);
  // Loaded with the first question, so that the process listens from its first moment.
  const { bindPages } = await import("./binding.ts");
  return { number, bound: await bindPages(asked) };
});
