/** A screen that fails takes nothing with it: the frame stays, and the core has recorded what it recorded. */
import { Button } from "@mantine/core";
import { Component, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

function Failed({ again }: { again: () => void }) {
  const { t } = useTranslation("frame");
  return (
    <div role="alert">
      <h1 tabIndex={-1}>{t("pageFailed.title")}</h1>
      <p>{t("pageFailed.body")}</p>
      <Button onClick={again}>{t("pageFailed.again")}</Button>
    </div>
  );
}

export class PageBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(error: unknown): void {
    reportError(error);
  }

  override render(): ReactNode {
    if (this.state.failed) return <Failed again={() => this.setState({ failed: false })} />;
    return this.props.children;
  }
}
