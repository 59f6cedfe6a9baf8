/** The system's dialogs for opening and saving, and dropped files: where tokens for paths come from. */
import { stat } from "node:fs/promises";
import { type BrowserWindow, dialog, type FileFilter } from "electron";
import { z } from "zod";
import { type ChosenFile, readingCalls, writingCalls } from "../../shared/bridge.ts";
import type { FileVerb } from "../../shared/channels.ts";
import type { Envelope } from "../../shared/errors.ts";
import type { FileTokens, Purpose } from "./fileTokens.ts";

const pickInput = z.object({ purpose: z.enum(readingCalls), several: z.boolean().optional() }).strict();
const dropInput = z.object({ purpose: z.enum(readingCalls), path: z.string().min(1).max(4000) }).strict();
const saveInput = z
  .object({ purpose: z.enum(writingCalls), suggestedName: z.string().min(1).max(200) })
  .strict();

const filters: Partial<Record<Purpose, FileFilter[]>> = {
  "setup.carryIn": [{ name: "Counterfoil", extensions: ["counterfoil"] }],
  "setup.trustCertificates": [{ name: "PEM, DER", extensions: ["pem", "crt", "cer", "der"] }],
  "documents.import": [
    { name: "PDF, JPEG, PNG, TIFF", extensions: ["pdf", "jpg", "jpeg", "png", "tif", "tiff"] },
  ],
};

function invalid(message: string): Envelope<never> {
  return { ok: false, error: { code: "invalidInput", message } };
}

/** A name without folders or characters that a file system takes for something else. */
function safeName(name: string): string {
  return name.replace(/[\\/:*?"<>|\p{Cc}]/gu, "-").replace(/^\.+/, "") || "counterfoil";
}

/** For these calls a folder is chosen, not a file. */
const folderPurposes: readonly Purpose[] = ["scanners.addFolder", "setup.moveTwin"];

/** Only plain files are offered; whether a link or a device may be read is decided where it is opened. */
async function describeFile(path: string, purpose: Purpose, tokens: FileTokens): Promise<ChosenFile | null> {
  const found = await stat(path).catch(() => null);
  const isWanted = folderPurposes.includes(purpose) ? found?.isDirectory() : found?.isFile();
  if (found === null || isWanted !== true) return null;
  return { ...tokens.issue(path, purpose), bytes: found.size };
}

export function createFileDialogs(window: BrowserWindow, tokens: FileTokens) {
  async function pick(input: unknown): Promise<Envelope<{ files: ChosenFile[] }>> {
    const wanted = pickInput.safeParse(input);
    if (!wanted.success) return invalid("Say what the file is for.");
    const { purpose, several = false } = wanted.data;
    const { filePaths } = await dialog.showOpenDialog(window, {
      properties: [
        ...(folderPurposes.includes(purpose)
          ? (["openDirectory", "createDirectory"] as const)
          : (["openFile"] as const)),
        ...(several ? (["multiSelections"] as const) : []),
      ],
      filters: filters[purpose] ?? [],
    });
    const described = await Promise.all(filePaths.map((path) => describeFile(path, purpose, tokens)));
    return { ok: true, value: { files: described.filter((file) => file !== null) } };
  }

  async function fromDrop(input: unknown): Promise<Envelope<ChosenFile>> {
    const dropped = dropInput.safeParse(input);
    if (!dropped.success) return invalid("Only a file from this computer can be dropped here.");
    const file = await describeFile(dropped.data.path, dropped.data.purpose, tokens);
    if (file !== null) return { ok: true, value: file };
    return { ok: false, error: { code: "fileUnreadable", message: "This is not a file that can be read." } };
  }

  async function saveAs(input: unknown): Promise<Envelope<{ token: string; name: string } | null>> {
    const wanted = saveInput.safeParse(input);
    if (!wanted.success) return invalid("Say what is to be saved.");
    const { purpose, suggestedName } = wanted.data;
    const { filePath } = await dialog.showSaveDialog(window, {
      defaultPath: safeName(suggestedName),
      properties: ["showOverwriteConfirmation", "createDirectory"],
    });
    return { ok: true, value: filePath ? tokens.issue(filePath, purpose) : null };
  }

  const verbs = { "files.pick": pick, "files.fromDrop": fromDrop, "files.saveAs": saveAs };
  let dialogOpen = false;

  return async (verb: FileVerb, input: unknown): Promise<Envelope<unknown>> => {
    if (verb === "files.fromDrop") return fromDrop(input);
    // One dialog at a time: Enter held down must not stack them.
    if (dialogOpen)
      return { ok: false, error: { code: "tooManyCalls", message: "A dialog is open already." } };
    dialogOpen = true;
    try {
      return await verbs[verb](input);
    } finally {
      dialogOpen = false;
    }
  };
}
