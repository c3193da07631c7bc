/** Share of the weight with an adopted value, as a small bar. */
export function CoverageBar({ coverage }: { coverage: number }) {
  return (
    <span className="coverage-bar" data-hint="coverage">
      <span style={{ width: `${(coverage * 100).toFixed(1)}%` }} />
    </span>
  );
}
