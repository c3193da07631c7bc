import { buildIfStale } from '../../electron/start/build.ts';

/** Once before all journeys, so that none is walked through a page or a host of yesterday. */
export default buildIfStale;
