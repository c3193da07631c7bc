import { type Command, registerCommands } from '../../stores/commands.ts';
import { resort, togglePin } from './held-scores.ts';
import { rankingMemory, remember } from './ranking-memory.ts';

/** What the palette and single keys can do with the ranking, wherever the focus is: also in the middle of a drag. */
export function registerRankingCommands(): () => void {
  return registerCommands(rankingCommands);
}

const rankingCommands: readonly Command[] = [
  { id: 'ranking.pin', group: 'view', title: 'ranking:command.pin', keys: ['p'], run: togglePin },
  {
    id: 'ranking.resort',
    group: 'view',
    title: 'ranking:command.resort',
    keys: ['shift+p'],
    enabled: () => rankingMemory().order === 'pinned',
    run: resort,
  },
  {
    id: 'ranking.aligned',
    group: 'view',
    title: 'ranking:command.aligned',
    run: () => remember({ bars: rankingMemory().bars === 'aligned' ? 'stacked' : 'aligned' }),
  },
  {
    id: 'ranking.intervals',
    group: 'view',
    title: 'ranking:command.intervals',
    run: () => remember({ intervals: !rankingMemory().intervals }),
  },
  {
    id: 'ranking.showAll',
    group: 'view',
    title: 'ranking:command.showAll',
    enabled: () => rankingMemory().only !== null,
    run: () => remember({ only: null }),
  },
];
