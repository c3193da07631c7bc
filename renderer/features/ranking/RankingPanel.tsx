import { useNames } from '../../i18n/use-names.ts';
import { useShownScores } from '../../stores/score-store.ts';
import { selectUnit } from '../../stores/selection-store.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';
import { Loading } from '../../ui/Placeholder.tsx';

export function RankingPanel() {
  const scores = useShownScores();
  const unitByCode = useWorkbook((state) => state.unitByCode);
  const nameOf = useNames();
  if (scores === null) return <Loading />;
  return (
    <div className="panel panel-scroll">
      {scores.units.map((code, position) => {
        const unit = unitByCode.get(code);
        return (
          <button key={code} type="button" onClick={() => selectUnit(code)}>
            {scores.rank[position]} {unit === undefined ? code : nameOf(unit.name)}{' '}
            {scores.score[position]?.toFixed(1)}
          </button>
        );
      })}
    </div>
  );
}
