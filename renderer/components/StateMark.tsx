/** The little picture of a state's edge, for people who do not tell the colours apart. */
import type { StateEdge } from "./stateLook.ts";

/** Drawn on 16 × 16: a slip at the left and its stub at the right, as far apart as the state says. */
const drawings: Record<StateEdge, string> = {
  torn: "M1 3h5l-1 2 1 2-1 2 1 2-1 2H1z M15 3h-5l-1 2 1 2-1 2 1 2-1 2h6z",
  perforated: "M1 3h14v10H1z M8 4v2 M8 7.2v2 M8 10.4v2",
  halfTorn: "M1 3h5l1 5v5H1z M15 3h-4L8 8v5h7z",
  hatched: "M1 3h14v10H1z M3 12l5-8 M7 12l5-8 M11 12l3-5",
  counted: "M8 2l7 12H1z M8 6.5v4 M8 12v.6",
  cut: "M1 3h14v10H1z M4 5.5l8 5 M12 5.5l-8 5",
  shut: "M2 7h12v7H2z M5 7V5a3 3 0 0 1 6 0v2",
};

export function StateMark({ edge, size = 16 }: { edge: StateEdge; size?: number }) {
  const solid = edge === "torn";
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path
        d={drawings[edge]}
        fill={solid ? "currentColor" : "none"}
        stroke="currentColor"
        strokeWidth="1.4"
        strokeLinejoin="round"
        strokeDasharray={edge === "perforated" ? "2 1.2" : undefined}
      />
    </svg>
  );
}
