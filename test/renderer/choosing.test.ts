// Which name the sign-in page marks, and how a key moves the mark.
import { expect, test } from "vitest";
import { firstChoice, nextChoice } from "../../renderer/signIn/choosing.ts";

const staff = ["Ana", "Besa", "Bujar", "Celik"].map((name) => ({ name }));

test.each([
  ["nobody was here", null, false, "Ana"],
  ["Celik was locked out of the screen by the program", "Celik", false, "Celik"],
  ["Celik has made room", "Celik", true, "Ana"],
  ["Ana has made room", "Ana", true, "Besa"],
  ["whoever was here works here no more", "Drita", false, "Ana"],
])("%s", (_what, kept, switched, expected) => expect(firstChoice(staff, kept, switched)).toBe(expected));

test("one who works alone makes room for themselves, and an empty office for nobody", () => {
  expect(firstChoice([{ name: "Ana" }], "Ana", true)).toBe("Ana");
  expect(firstChoice([], "Ana", true)).toBeNull();
});

test.each([
  ["ArrowDown", "Ana", 1],
  ["ArrowDown", "Celik", 3],
  ["ArrowUp", "Ana", 0],
  ["b", "Ana", 1],
  ["B", "Besa", 2],
  ["b", "Bujar", 1],
  ["x", "Ana", null],
  ["Tab", "Ana", null],
])("%s at %s", (key, name, expected) => expect(nextChoice(staff, name, key)).toBe(expected));
