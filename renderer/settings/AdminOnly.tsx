/** What an administrator may change; everybody else reads why not, and whom to ask. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { usePerson } from "../bridge/session.ts";
import { useCall } from "../bridge/useCall.ts";
import { EmptyList } from "../components/EmptyList.tsx";

export function AdminOnly({ children }: { children: ReactNode }) {
  const { t } = useTranslation("settings");
  const person = usePerson();
  const staff = useCall("staff.list", {}).value?.staff ?? [];
  if (person?.role === "admin") return children;
  const admins = staff.filter(({ active, role }) => active && role === "admin").map(({ name }) => name);
  return (
    <EmptyList>
      {admins.length === 0 ? t("adminOnlyNobody") : t("adminOnly", { names: admins.join(", ") })}
    </EmptyList>
  );
}
