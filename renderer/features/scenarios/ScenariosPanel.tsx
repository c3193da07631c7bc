import { useScenarios } from '../../stores/scenario-store.ts';
import { useSelection } from '../../stores/selection-store.ts';
import { Failed, Loading } from '../../ui/Placeholder.tsx';
import { ScenarioDetail } from './ScenarioDetail.tsx';
import { ScenarioList } from './ScenarioList.tsx';
import './scenarios.css';

/** The scenarios of the workbook, and the selected one in full. */
export function ScenariosPanel() {
  const scenarios = useScenarios((state) => state.scenarios);
  const error = useScenarios((state) => state.error);
  const selected = useSelection((state) => state.scenario);
  const scenario = scenarios.find(({ id }) => id === selected);
  if (error !== null) return <Failed error={error} />;
  if (scenario === undefined) return <Loading />;
  return (
    <div className="panel scenarios">
      <ScenarioList />
      <ScenarioDetail key={scenario.id} scenario={scenario} />
    </div>
  );
}
