// The plain list that the preload offers is the bridge's table, no more and no less.
import { expect, test } from "vitest";
import { MAX_DOCUMENT_BYTES } from "../../shared/api/paper.ts";
import { api, eventNames as tableEvents } from "../../shared/api.ts";
import { callNames, eventNames } from "../../shared/callNames.ts";
import { MAX_FILE_BYTES } from "../../shared/payloadSize.ts";

test("every call of the table is offered under its own name", () => {
  expect([...callNames].sort()).toEqual(Object.keys(api).sort());
});

test("every event is offered", () => {
  expect([...eventNames].sort()).toEqual([...tableEvents].sort());
});

test("no desk takes the place of `on` or `files`", () => {
  expect(callNames.filter((name) => /^(on|files)\./.test(name))).toEqual([]);
});

test("the bridge carries documents as large as the store takes", () => {
  expect(MAX_FILE_BYTES).toBe(MAX_DOCUMENT_BYTES);
});
