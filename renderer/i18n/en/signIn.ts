/** The sign-in screen. */
export const signIn = {
  title: "Who is at the counter?",
  training: "TRAINING",
  staff: "Staff",
  noStaff: "Nobody is set up at this till yet.",
  chosen: "{{name}}, {{role}}",
  pin: "PIN",
  pinOf: "PIN of {{name}}",
  go: "Sign in",
  keys: "Type a name or use ↑ ↓, then the PIN and Enter",
  locked: {
    idle: "The counter locked itself after a while without anybody. What was typed is still there.",
    signedOut: "Signed out.",
    system: "The computer was locked. What was typed is still there.",
  },
  stillSending_one: "{{count}} payment is still on its way; it goes on while nobody is signed in.",
  stillSending_other: "{{count}} payments are still on their way; they go on while nobody is signed in.",
  trainingPins: "In training every PIN is shown: {{pins}}",
  leaveTraining: "Leave training",
  digit: "Digit {{digit}}",
  erase: "Erase",
} as const;
