// When the page may see through a camera: only while a person has it open, only a picture, only our own frame.
import { describe, expect, it } from "vitest";
import { type CameraWish, createCameraGate } from "../../electron/shell/cameraGate.ts";

const wish: CameraWish = {
  permission: "media",
  media: ["video"],
  address: "counterfoil://app/index.html",
  isMainFrame: true,
};

function gateAt(start = 0) {
  const clock = { now: start };
  return { clock, gate: createCameraGate({ now: () => clock.now, origin: "counterfoil://app" }) };
}

describe("the way to a camera", () => {
  it("is shut from the start, and a page alone cannot open it", () => {
    const { gate } = gateAt();
    expect(gate.allows(wish)).toBe(false);
    expect(gate.answer("camera.open")).toMatchObject({ ok: false, error: { code: "forbidden" } });
    expect(gate.allows(wish)).toBe(false);
  });

  it("opens within five seconds of a key, stays open while the screen is, and shuts with it", () => {
    const { gate, clock } = gateAt();
    gate.pressed();
    clock.now = 5_001;
    expect(gate.answer("camera.open").ok).toBe(false);
    gate.pressed();
    expect(gate.answer("camera.open").ok).toBe(true);
    clock.now = 600_000;
    expect(gate.allows(wish)).toBe(true);
    gate.answer("camera.close");
    expect(gate.allows(wish)).toBe(false);
  });

  it.each<[string, Partial<CameraWish>]>([
    ["a microphone", { media: ["audio"] }],
    ["a microphone beside the picture", { media: ["video", "audio"] }],
    ["nothing named", { media: [] }],
    ["a kind that nobody knows", { media: ["unknown"] }],
    ["another permission", { permission: "geolocation" }],
    ["the screen", { permission: "display-capture" }],
    ["a frame in the page", { isMainFrame: false }],
    ["another address", { address: "https://lender.example/" }],
    ["an address that only begins like ours", { address: "counterfoil://app.example/" }],
    ["the paper's scheme", { address: "counterfoil-paper://sheet/" }],
  ])("gives no way to %s while it is open", (_, other) => {
    const { gate } = gateAt();
    gate.pressed();
    gate.answer("camera.open");
    expect(gate.allows({ ...wish, ...other })).toBe(false);
  });
});
