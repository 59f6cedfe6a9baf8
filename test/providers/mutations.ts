/** Spoils a documented reply in the ways in which real ones are spoilt (issue: "Each adapter over 1,000 mutated replies"). */
import fc from "fast-check";
import type { Reply } from "./scriptedProvider.ts";

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** Every path to a value in the document, the root's own included. */
function pathsOf(value: Json, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== "object" || value === null) return [path];
  const entries: [string | number, Json][] = Array.isArray(value)
    ? value.map((inner, index) => [index, inner])
    : Object.entries(value);
  return [path, ...entries.flatMap(([name, inner]) => pathsOf(inner, [...path, name]))];
}

function changed(
  value: Json,
  path: readonly (string | number)[],
  change: (old: Json) => Json | undefined,
): Json {
  const [name, ...rest] = path;
  if (name === undefined) return change(value) ?? null;
  if (Array.isArray(value)) {
    return value.flatMap((inner, index) => {
      if (index !== name) return [inner];
      const next = rest.length === 0 ? change(inner) : changed(inner, rest, change);
      return next === undefined ? [] : [next];
    });
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]): [string, Json][] => {
      if (key !== name) return [[key, inner]];
      const next = rest.length === 0 ? change(inner) : changed(inner, rest, change);
      return next === undefined ? [] : [[key, next]];
    }),
  );
}

function renamed(value: Json, path: readonly (string | number)[], rename: (name: string) => string): Json {
  const last = path.at(-1);
  if (typeof last !== "string") return value;
  return changed(value, path.slice(0, -1), (parent) =>
    typeof parent === "object" && parent !== null && !Array.isArray(parent)
      ? Object.fromEntries(
          Object.entries(parent).map(([key, inner]) => [key === last ? rename(key) : key, inner]),
        )
      : parent,
  );
}

const values: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(
    null,
    "",
    [],
    {},
    0,
    -1,
    true,
    "NaN",
    "1e3",
    "1,5",
    1e21,
    -0.5,
    12.345,
    "\u202e\u0000",
    "<script>alert(1)</script>",
    "SUCCESS",
    "success",
    "00",
    "null",
    "2013-02-30",
    "https://evil.example/x",
    "file:///etc/passwd",
  ),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.integer(),
  fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.parse(JSON.stringify(value))),
);

const bodies = fc.oneof(
  fc.constantFrom(
    "",
    " ",
    "[]",
    "null",
    "{}",
    "0",
    '"text"',
    "{",
    "\ufeff{}",
    "<html><body>Sign in</body></html>",
    "<?xml version='1.0'?><a/>",
    '{"a":1,"a":2}',
    `{"data":"${"x".repeat(200_000)}"}`,
    `${"[".repeat(20_000)}${"]".repeat(20_000)}`,
    '{"__proto__":{"polluted":true}}',
  ),
  fc.string({ unit: "binary" }),
);

const contentTypes = fc.constantFrom(
  "application/json",
  "application/json;charset=UTF-8",
  "text/html",
  "text/plain",
  "application/octet-stream",
);

/** An id in a document, and somebody else's of the same form. */
export interface ForeignId {
  readonly path: readonly (string | number)[];
  readonly id: string;
}

/** One spoilt reply, and in a word what was done to it. `foreign`: where another customer's id could stand. */
export function spoiltReplies(
  document: Json,
  foreign: readonly ForeignId[],
  status = 200,
): fc.Arbitrary<{ reply: Reply; how: string }> {
  const paths = pathsOf(document);
  const path = fc.constantFrom(...paths);
  const reply = (body: string, how: string, with_: number = status) => ({
    how,
    reply: { status: with_, body, headers: { "Content-Type": "application/json" } },
  });
  const at = (where: readonly (string | number)[]) => where.join(".");
  return fc.oneof(
    {
      weight: 3,
      arbitrary: fc
        .constantFrom(...foreign)
        .map(({ path: where, id }) =>
          reply(JSON.stringify(changed(document, where, () => id)), `another's ${at(where)}`),
        ),
    },
    {
      weight: 4,
      arbitrary: path.map((where) =>
        reply(JSON.stringify(changed(document, where, () => undefined)), `without ${at(where)}`),
      ),
    },
    {
      weight: 4,
      arbitrary: path.map((where) =>
        reply(JSON.stringify(changed(document, where, () => null)), `null ${at(where)}`),
      ),
    },
    {
      weight: 8,
      arbitrary: fc
        .tuple(path, values)
        .map(([where, value]) =>
          reply(JSON.stringify(changed(document, where, () => value)), `other ${at(where)}`),
        ),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(path, fc.constantFrom<"toUpperCase" | "toLowerCase">("toUpperCase", "toLowerCase"))
        .map(([where, how]) =>
          reply(JSON.stringify(renamed(document, where, (name) => name[how]())), `case ${at(where)}`),
        ),
    },
    {
      weight: 2,
      arbitrary: fc
        .integer({ min: 0, max: JSON.stringify(document).length - 1 })
        .map((length) => reply(JSON.stringify(document).slice(0, length), `cut at ${length}`)),
    },
    {
      weight: 3,
      arbitrary: fc
        .tuple(bodies, contentTypes, fc.constantFrom(200, 200, 400, 404, 500, 502))
        .map(([body, type, code]) => ({
          how: "another body",
          reply: { status: code, body, headers: { "Content-Type": type } },
        })),
    },
    {
      weight: 2,
      arbitrary: fc
        .constantFrom(201, 204, 301, 302, 400, 403, 404, 406, 418, 429, 500, 502, 503, 504)
        .map((code) => reply(code === 204 ? "" : JSON.stringify(document), `status ${code}`, code)),
    },
  );
}

/** 1,000, as the issue asks; repeatable by its seed. */
export const RUNS = { numRuns: 1_000, seed: 20_261_126 } as const;
