/** A question with verbs as answers: the safe one is the default, Escape never does harm. */
import { Button, Group, Modal } from "@mantine/core";
import { type ReactNode, useLayoutEffect } from "react";
import styles from "./Question.module.css";

export type QuestionAnswer = {
  /** A verb: "Take the payment", never "Yes". */
  verb: string;
  onChoose: () => void;
  /** `danger` names something that it destroys or that cannot be taken back. */
  kind?: "plain" | "danger";
  busy?: boolean;
  disabled?: boolean;
};

export type QuestionProps = {
  open: boolean;
  title: string;
  children: ReactNode;
  /** Harmless; has the focus, and Escape chooses it. */
  safe: QuestionAnswer;
  /** What happens instead; the first one stands beside the safe one. */
  others: readonly QuestionAnswer[];
  /** For a question with fields in it: the focus goes to the first field instead of the safe answer. */
  hasFields?: boolean;
};

/**
 * Where the parent simply stops rendering the question, nothing closes and nothing gives the focus back: then this does,
 * unless the page has put it somewhere meanwhile.
 */
function useFocusBack(open: boolean): void {
  useLayoutEffect(() => {
    if (!open) return;
    const before = document.activeElement;
    return () => {
      window.setTimeout(() => {
        if (document.activeElement !== document.body || !(before instanceof HTMLElement)) return;
        if (before.isConnected && !before.matches(":disabled")) before.focus({ preventScroll: true });
      });
    };
  }, [open]);
}

export function Question({ open, title, children, safe, others, hasFields = false }: QuestionProps) {
  useFocusBack(open);
  return (
    <Modal
      opened={open}
      onClose={safe.onChoose}
      title={title}
      size="lg"
      withCloseButton={false}
      closeOnClickOutside={false}
      returnFocus
      classNames={{ title: styles.title ?? "" }}
      data-question
    >
      <div className={styles.body}>{children}</div>
      <Group mt="md" gap="sm" justify="flex-end">
        {others.map((answer) => (
          <Button
            key={answer.verb}
            variant={answer.kind === "danger" ? "outline" : "default"}
            color={answer.kind === "danger" ? "var(--refused)" : "ink"}
            onClick={answer.onChoose}
            loading={answer.busy ?? false}
            disabled={answer.disabled ?? false}
          >
            {answer.verb}
          </Button>
        ))}
        <Button
          onClick={safe.onChoose}
          loading={safe.busy ?? false}
          {...(hasFields ? {} : { "data-autofocus": true })}
        >
          {safe.verb}
        </Button>
      </Group>
    </Modal>
  );
}
