import type {
  MultiverseRequest,
  MultiverseResult,
  RemoveOneRequest,
  RemoveOneResult,
  TornadoRequest,
  TornadoResult,
} from '../../../../shared/model/one-at-a-time.ts';
import type {
  SensitivityRequest,
  SensitivityResult,
} from '../../../../shared/model/sensitivity.ts';
import type {
  UncertaintyRequest,
  UncertaintyResult,
} from '../../../../shared/model/uncertainty.ts';
import type {
  AttainableRequest,
  AttainableResult,
} from '../../../../shared/model/weight-analysis.ts';
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

export const tornado = createAnalysis<TornadoRequest, TornadoResult>({
  latest: (scenario) => callHost('tornado.latest', { scenario }),
  run: (scenario, request) => callHost('tornado.run', { scenario, request }),
});

export const removeOne = createAnalysis<RemoveOneRequest, RemoveOneResult>({
  latest: (scenario) => callHost('removeOne.latest', { scenario }),
  run: (scenario, request) => callHost('removeOne.run', { scenario, request }),
});

export const multiverse = createAnalysis<MultiverseRequest, MultiverseResult>({
  latest: (scenario) => callHost('multiverse.latest', { scenario }),
  run: (scenario, request) => callHost('multiverse.run', { scenario, request }),
});

export const attainableRanks = createAnalysis<AttainableRequest, AttainableResult>({
  latest: (scenario) => callHost('attainableRanks.latest', { scenario }),
  run: (scenario, request) => callHost('attainableRanks.run', { scenario, request }),
});
