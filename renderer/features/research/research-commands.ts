import { registerCommands } from '../../stores/commands.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';
import { revealPanel } from '../frame/reveal-panel.ts';

export function registerResearchCommands(): () => void {
  return registerCommands([
    {
      id: 'research.next',
      group: 'view',
      title: 'research:command',
      enabled: () => useWorkbook.getState().status === 'ready',
      run: () => revealPanel('research', 'data'),
    },
  ]);
}
