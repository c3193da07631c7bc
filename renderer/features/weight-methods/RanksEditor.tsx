import { Button } from '@blueprintjs/core';
import { ArrowDown, ArrowUp } from '@blueprintjs/icons';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NodeCode } from '../../../shared/model/ids.ts';
import type { Names } from '../../../shared/text/names.ts';

interface RanksEditorProps {
  /** Most important first. */
  readonly ordered: readonly NodeCode[];
  readonly names: Names;
  readonly onOrder: (ordered: readonly NodeCode[]) => void;
}

/** The nodes by importance: dragged, or moved by buttons. */
export function RanksEditor({ ordered, names, onOrder }: RanksEditorProps) {
  const { t } = useTranslation('weightMethods');
  const [dragged, setDragged] = useState<NodeCode | null>(null);

  function move(node: NodeCode, to: number): void {
    const others = ordered.filter((each) => each !== node);
    onOrder(others.toSpliced(to, 0, node));
  }

  function onDragOver(event: DragEvent, at: number): void {
    event.preventDefault();
    if (dragged !== null && ordered.indexOf(dragged) !== at) move(dragged, at);
  }

  return (
    <>
      <p className="muted">{t('ranks.hint')}</p>
      <ol className="judgment-ranks">
        {ordered.map((node, at) => (
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the buttons do the same by keyboard
          <li
            key={node}
            draggable
            data-dragged={dragged === node || undefined}
            onDragStart={() => setDragged(node)}
            onDragOver={(event) => onDragOver(event, at)}
            onDragEnd={() => setDragged(null)}
          >
            <span className="number">{at + 1}</span>
            <span>{names.node(node)}</span>
            <Button
              size="small"
              variant="minimal"
              icon={<ArrowUp size={12} />}
              disabled={at === 0}
              aria-label={t('ranks.up', { node: names.node(node) })}
              onClick={() => move(node, at - 1)}
            />
            <Button
              size="small"
              variant="minimal"
              icon={<ArrowDown size={12} />}
              disabled={at === ordered.length - 1}
              aria-label={t('ranks.down', { node: names.node(node) })}
              onClick={() => move(node, at + 1)}
            />
          </li>
        ))}
      </ol>
    </>
  );
}
