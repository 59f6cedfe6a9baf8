/** The two channels between the preload and the main process. Nothing in the page ever learns their names. */

/** Invoked with a call's name and its input; answers with an envelope. */
export const CALL_CHANNEL = "counterfoil.call";

/** Sent with an event's name and its payload. */
export const EVENT_CHANNEL = "counterfoil.event";

/** What the shell answers itself, beside the calls of shared/api.ts. */
export const fileVerbs = ["files.pick", "files.fromDrop", "files.saveAs"] as const;
export type FileVerb = (typeof fileVerbs)[number];

/** Said by the screen that a camera's picture is shown on, when a person opens it and when it is left. */
export const cameraVerbs = ["camera.open", "camera.close"] as const;
export type CameraVerb = (typeof cameraVerbs)[number];
