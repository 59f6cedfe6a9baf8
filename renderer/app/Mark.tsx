/** The program's mark: a slip torn from its stub. */

export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d="M2 4h12l-2 2 2 2-2 2 2 2-2 2 2 2-2 2 2 2H2z" fill="currentColor" />
      <path d="M22 4h-5l-2 2 2 2-2 2 2 2-2 2 2 2-2 2 2 2h5z" fill="currentColor" opacity="0.55" />
    </svg>
  );
}
