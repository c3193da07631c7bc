import type {
  SensitivityRequest,
  SensitivityResult,
} from '../../../../shared/model/sensitivity.ts';
import type {
  UncertaintyRequest,
  UncertaintyResult,
} from '../../../../shared/model/uncertainty.ts';
import { callHost } from '../../../stores/host-connection.ts';
import { createAnalysis } from './analysis.ts';

/* The analyses of the workbench. Each keeps its own last result, so that one can run while another is read. */

export const uncertainty = createAnalysis<UncertaintyRequest, UncertaintyResult>({
  latest: (scenario) => callHost('uncertainty.latest', { scenario }),
  run: (scenario, request) => callHost('uncertainty.run', { scenario, request }),
});

export const sensitivity = createAnalysis<SensitivityRequest, SensitivityResult>({
  latest: (scenario) => callHost('sensitivity.latest', { scenario }),
  run: (scenario, request) => callHost('sensitivity.run', { scenario, request }),
});
