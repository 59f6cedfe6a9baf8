/**
 * A sheet of paper (a receipt, a slip, a report) as the core wrote it, shown as it will be printed. It lies in a shadow
 * tree: its styles stay its own, and nothing in it can run, since the page's policy allows no script but its own files.
 */
import { useEffect, useRef } from "react";
import styles from "./PaperSheet.module.css";

const STYLE = /<style\b[^>]*>([\s\S]*?)<\/style>/gi;

/** Inline styles are not allowed in this page; a constructed style sheet is. */
function sheetOf(html: string): CSSStyleSheet {
  const rules = [...html.matchAll(STYLE)].map(([, css = ""]) => css).join("\n");
  const sheet = new CSSStyleSheet();
  // In a shadow tree the root is its host.
  sheet.replaceSync(rules.replaceAll(":root", ":host"));
  return sheet;
}

export function PaperSheet({
  html,
  label,
  height = "420px",
}: {
  html: string;
  label: string;
  height?: string;
}) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = host.current;
    if (element === null) return;
    const shadow = element.shadowRoot ?? element.attachShadow({ mode: "open" });
    const paper = new DOMParser().parseFromString(html.replace(STYLE, ""), "text/html");
    shadow.adoptedStyleSheets = [sheetOf(html)];
    for (const part of paper.querySelectorAll("script, link, meta, title")) part.remove();
    shadow.replaceChildren(document.importNode(paper.documentElement, true));
  }, [html]);
  return (
    <section
      className={styles.scroll}
      style={{ maxHeight: height }}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reached to be scrolled by keys.
      tabIndex={0}
      aria-label={label}
    >
      <div ref={host} className={styles.paper} />
    </section>
  );
}
