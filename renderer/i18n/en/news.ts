/** Nothing behind your back: what the program and others changed since a person last looked. */
export const news = {
  title: "Changed since you last looked",
  lead: "By the program, by others or from outside. Nothing was done under your name.",
  more_one: "and {{count}} more, in the journal",
  more_other: "and {{count}} more, in the journal",
  seen: "I have seen this",
  toJournal: "Read the journal",
  badge_one: "{{count}} change to read",
  badge_other: "{{count}} changes to read",
} as const;
