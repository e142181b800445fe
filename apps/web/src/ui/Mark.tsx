/** The sign of the product: a statement and the one that answers it. */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 26 26" aria-hidden="true">
      <path d="M4 5h11a3 3 0 0 1 3 3v3a3 3 0 0 1-3 3H9l-5 4z" fill="var(--thesis)" />
      <path
        d="M22 9v13l-5-4h-6a3 3 0 0 1-2.6-1.5"
        fill="none"
        stroke="var(--rebut)"
        strokeWidth="2"
        strokeLinejoin="round"
      />
    </svg>
  );
}
