/** Why a name cannot be used just now, as the settings say it. */
import type { TFunction } from "i18next";
import type { StaffEntry } from "../../shared/api/people.ts";

export function lockText(
  t: TFunction<["settings", "common"]>,
  { needsSupervisor, leftSeconds }: NonNullable<StaffEntry["lock"]>,
): string {
  if (needsSupervisor) return t("staff.blocked");
  const left = `${Math.floor(leftSeconds / 60)}:${String(leftSeconds % 60).padStart(2, "0")}`;
  return t("staff.locked", { left });
}
