import { formats } from '../format/formats.ts';
import { equationsOf } from '../format/relations.ts';
import { slotKey } from '../format/shape.ts';

/**
 * The relations (勾稽关系) of every format as data, for programs other than this one: id as findings name it, and the
 * cells of both sides as `row/column`. One relation a line, so that a change of one is a change of one line.
 */
export function relationsFile(): string {
  const parts = formats.map(({ id, tables }) => {
    const lines = tables.flatMap((table) =>
      equationsOf(table).map((equation) =>
        JSON.stringify({
          id: equation.id,
          left: equation.left.map(slotKey),
          right: equation.right.map(slotKey),
          total: slotKey(equation.total),
        }),
      ),
    );
    return `  "${id}": [\n    ${lines.join(',\n    ')}\n  ]`;
  });
  return `{\n${parts.join(',\n')}\n}\n`;
}
