/** The system's proxy settings, asked through Chromium's resolver; no request is made there. */
import { session } from "electron";
import type { ResolveProxy } from "../ports.ts";

/** Only after `ready`. The default session is used for this question alone: no page runs in it. */
export const resolveSystemProxy: ResolveProxy = (url) => session.defaultSession.resolveProxy(url);
