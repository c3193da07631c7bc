import { HotkeysProvider } from '@blueprintjs/core';
import { useEffect } from 'react';
import { useWorkbook } from '../../stores/workbook-store.ts';
import { Loading } from '../../ui/Placeholder.tsx';
import { DropWorkbook } from '../workbook/DropWorkbook.tsx';
import { AuthorDialog } from '../workbook/AuthorDialog.tsx';
import { BackupsDialog } from '../workbook/BackupsDialog.tsx';
import { ImportDialog } from '../workbook/ImportDialog.tsx';
import { NoWorkbook, WorkbookRefused } from '../workbook/NoWorkbook.tsx';
import { registerWorkbookCommands } from '../workbook/workbook-commands.ts';
import { registerRankingCommands } from '../ranking/ranking-commands.ts';
import { registerWhatItTakesCommands } from '../what-it-takes/what-it-takes-commands.ts';
import { registerScenarioCommands } from '../scenarios/scenario-commands.ts';
import { NewScenarioDialog } from '../scenarios/NewScenarioDialog.tsx';
import { registerResearchCommands } from '../research/research-commands.ts';
import { registerWeightSetCommands } from '../weight-sets/weight-set-commands.ts';
import { WeightSetsDialog } from '../weight-sets/WeightSetsDialog.tsx';
import { registerWeightMethodCommands } from '../weight-methods/weight-methods-commands.ts';
import { WeightMethodsDialog } from '../weight-methods/WeightMethodsDialog.tsx';
import { PromoteDialog } from '../scenarios/PromoteDialog.tsx';
import { CommandBar } from './CommandBar.tsx';
import { registerFrameCommands } from './commands.ts';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import './frame.css';
import { KeyMap } from './KeyMap.tsx';
import { Palette } from './Palette.tsx';
import { StatusBar } from './StatusBar.tsx';
import { useCommandKeys } from './use-command-keys.ts';
import { Workbench } from './Workbench.tsx';

export function App() {
  return (
    <HotkeysProvider>
      <Frame />
    </HotkeysProvider>
  );
}

function Frame() {
  useEffect(registerFrameCommands, []);
  useEffect(registerWorkbookCommands, []);
  useEffect(registerScenarioCommands, []);
  useEffect(registerRankingCommands, []);
  useEffect(registerWeightMethodCommands, []);
  useEffect(registerWhatItTakesCommands, []);
  useEffect(registerWeightSetCommands, []);
  useEffect(registerResearchCommands, []);
  useCommandKeys();
  return (
    <div className="frame">
      <CommandBar />
      <ConnectionBanner />
      <main className="frame-content">
        <Content />
      </main>
      <StatusBar />
      <Palette />
      <KeyMap />
      <ImportDialog />
      <BackupsDialog />
      <AuthorDialog />
      <DropWorkbook />
      <NewScenarioDialog />
      <WeightMethodsDialog />
      <PromoteDialog />
      <WeightSetsDialog />
    </div>
  );
}

function Content() {
  const status = useWorkbook((state) => state.status);
  const error = useWorkbook((state) => state.error);
  const opening = useWorkbook((state) => state.opening);
  switch (status) {
    case 'loading':
      return <Loading />;
    case 'failed':
      return <WorkbookRefused error={error} />;
    case 'none':
      return <NoWorkbook />;
    case 'ready':
      return <Workbench key={opening} />;
  }
}
