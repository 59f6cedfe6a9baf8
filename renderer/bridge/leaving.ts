/** What is being typed, put into its draft at once when a person leaves the counter by a key, not a moment later. */

const savers = new Set<() => void>();

/** For an effect: `save` is called when the person leaves the counter, and when the form goes away. */
export function saveOnLeaving(save: () => void): () => void {
  savers.add(save);
  return () => {
    savers.delete(save);
    save();
  };
}

/** Before the call that signs out: calls are answered in the order in which they were made. */
export function saveWhatIsTyped(): void {
  for (const save of [...savers]) save();
}
