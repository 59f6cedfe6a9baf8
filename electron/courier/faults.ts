/** The points at which the simulation may end the process while money is on its way; in the product nobody listens. */

/** In the order in which one item passes them. */
export const courierPoints = [
  /** Nothing was asked yet. */
  "beforeBaseline",
  /** The baseline is known, and nothing of it is durable. */
  "afterBaseline",
  /** The attempt is durable, and no byte of it has left. */
  "afterArm",
  /** The answer is known, and it is not durable. */
  "afterSend",
  "afterAnswer",
  "beforeReadBack",
  /** What the books say is known, and it is not durable. */
  "afterReadBack",
  "afterVerdict",
] as const;
export type CourierPoint = (typeof courierPoints)[number];

export interface CourierFaults {
  /** May throw: the process has ended there. */
  reach?(point: CourierPoint, itemId: string): void;
}
