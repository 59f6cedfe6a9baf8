// A lender of its own for a test that drives two tills: the training lender with its examples, on a port of its own.
import { createInterface } from "node:readline";
import { startTrainingIute } from "../../electron/training/iute/server.ts";

const [booksPath = "", username = "", password = ""] = process.argv.slice(2);
const lender = await startTrainingIute({
  booksPath,
  credentials: { username, password },
  partnerType: "post",
  seedExamples: true,
});

// One word a line: the test takes the line away and gives it back.
createInterface({ input: process.stdin })
  .on("line", (word) => void lender.setLine(word === "up").then(() => process.stdout.write(`${word}\n`)))
  .on("close", () => void lender.close().then(() => process.exit(0)));
process.stdout.write(`${lender.baseUrl}\n`);
