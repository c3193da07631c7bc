import { useEffect } from 'react';
import { useLayout } from '../../../stores/layout-store.ts';
import { useSelection } from '../../../stores/selection-store.ts';
import { useWorkbook } from '../../../stores/workbook-store.ts';
import { notifyError } from '../../../ui/notify.ts';
import type { Analysis } from './analysis.ts';

/** What is known of an analysis for the selected scenario, read again with every act. */
export function useAnalysis<Request, Result>(analysis: Analysis<Request, Result>) {
  const scenario = useSelection((state) => state.scenario);
  const revision = useWorkbook((state) => state.revision);
  const opening = useWorkbook((state) => state.opening);
  const generation = useLayout((state) => state.generation);
  useEffect(() => {
    analysis.refresh({ scenario, revision, opening, generation }).catch(notifyError);
  }, [analysis, scenario, revision, opening, generation]);
  return analysis.use();
}
