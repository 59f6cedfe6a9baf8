/** A customer's PIN as it is shown: all but the last three characters hidden. */

export function maskedPin(pin: string): string {
  const shown = pin.length > 3 ? pin.slice(-3) : "";
  return "•".repeat(pin.length - shown.length) + shown;
}
