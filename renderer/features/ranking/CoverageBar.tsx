/** Share of the weight with an adopted value, as a small bar: the size of a background, which is not laid out. */
export function CoverageBar({ coverage }: { coverage: number }) {
  return (
    <span
      className="coverage-bar"
      data-hint="coverage"
      style={{ backgroundSize: `${(coverage * 100).toFixed(1)}% 100%` }}
    />
  );
}
