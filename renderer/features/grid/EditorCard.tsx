import type { KeyboardEvent, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { BASELINE } from '../../../shared/model/ids.ts';
import type { CellProblem } from '../../../shared/text/cell-value.ts';
import { scenarioName } from '../../i18n/scenario-name.ts';
import { useLanguage } from '../../i18n/use-names.ts';
import { useScenarios } from '../../stores/scenario-store.ts';
import { useSelection } from '../../stores/selection-store.ts';
import { problemText } from './problem-text.ts';

interface EditorCardProps {
  readonly problem: CellProblem | null;
  readonly problemId: string;
  readonly noteRef: RefObject<HTMLInputElement | null>;
  readonly onCommit: () => void;
  readonly onCancel: () => void;
  readonly onBack: () => void;
}

/** Under a cell that is being edited: why the text cannot stand there, what will happen to it, and why it is written. */
export function EditorCard({
  problem,
  problemId,
  noteRef,
  onCommit,
  onCancel,
  onBack,
}: EditorCardProps) {
  const { t } = useTranslation('grid');
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') onCommit();
    else if (event.key === 'Escape') onCancel();
    else if (event.key === 'ArrowUp' && event.altKey) onBack();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      {problem !== null && (
        <p id={problemId} role="alert" className="cell-card-problem">
          {problemText(problem)}
        </p>
      )}
      <p className="cell-card-effect">
        <EffectText />
      </p>
      <input
        ref={noteRef}
        className="cell-card-note"
        type="text"
        maxLength={10_000}
        autoComplete="off"
        placeholder={t('editor.note')}
        aria-label={t('editor.note')}
        onKeyDown={onKeyDown}
      />
      <p className="cell-card-keys">
        <span>{t('editor.commit')}</span>
        <span>{t('editor.cancel')}</span>
        <span>{t('editor.noteKey')}</span>
      </p>
    </>
  );
}

function EffectText() {
  const { t } = useTranslation('grid');
  const language = useLanguage();
  const selected = useSelection((state) => state.scenario);
  const scenario = useScenarios((state) => state.scenarios.find(({ id }) => id === selected));
  if (selected === BASELINE || scenario === undefined) return t('editor.record');
  return t('editor.override', { scenario: scenarioName(scenario, language) });
}
