import type { NodeCode } from '../../../shared/model/ids.ts';
import type { Names } from '../../../shared/text/names.ts';

interface NumberListProps {
  readonly nodes: readonly NodeCode[];
  readonly names: Names;
  readonly values: Readonly<Record<string, number>>;
  readonly least: number;
  readonly most: number;
  /** Says what the number of a node is, for its field. */
  readonly labelOf: (node: string) => string;
  readonly onChange: (node: NodeCode, value: number) => void;
}

/** A number for each node. */
export function NumberList(props: NumberListProps) {
  const { nodes, names, values, least, most, labelOf, onChange } = props;
  return (
    <ul className="judgment-list">
      {nodes.map((node) => (
        <li key={node}>
          <label>
            <span>{names.node(node)}</span>
            <input
              className="points-field"
              type="number"
              min={least}
              max={most}
              step="any"
              aria-label={labelOf(names.node(node))}
              value={values[node] ?? ''}
              onChange={(event) => {
                const value = event.currentTarget.valueAsNumber;
                if (value >= least && value <= most) onChange(node, value);
              }}
            />
          </label>
        </li>
      ))}
    </ul>
  );
}
