'use client';

import type { ReactNode } from 'react';
import type { Cell } from './cell';
import { attributesOf, contentOf } from './cell-content';
import { RowTick } from './row-tick';
import styles from './table.module.css';

/** What the scripts of a list know of a row (`list-rows.ts`). */
export interface RowFacts {
  version: number;
  /** Kopecks that the row adds to a sum of marked rows. */
  sum?: number;
  /** Where it is edited, for who may. */
  edit?: string | undefined;
}

export interface DataRow extends RowFacts {
  id: number;
  cells: readonly Cell[];
  /** Of the mark in front, where rows can be marked. */
  tick: string | undefined;
  /** Over the row: the heading of its day. */
  above: ReactNode;
}

interface DataRowsProps {
  columns: readonly { name: string; className: string | undefined }[];
  rows: readonly DataRow[];
  /** An empty cell for the ear. */
  none: string;
}

/**
 * The rows of a list out of their data. It has no state and hears nothing – who listens does so at the document –: it stands
 * here, beside the browser, for the sake of what is sent (`cell.ts`).
 */
export function DataRows({ columns, rows, none }: DataRowsProps) {
  return (
    <tbody>
      {rows.flatMap(({ id, version, sum, edit, cells, tick, above }) => [
        above,
        <tr key={id} id={`row-${id}`} data-row={id} data-version={version} data-sum={sum} data-edit={edit}>
          {tick === undefined ? null : (
            <td className={styles.tickCell}>
              <RowTick id={id} label={tick} />
            </td>
          )}
          {columns.map(({ name, className }, at) => {
            const cell = cells[at] ?? null;
            return (
              <td key={name} data-cell={name} {...attributesOf(cell, className)}>
                {contentOf(cell, none)}
              </td>
            );
          })}
        </tr>,
      ])}
    </tbody>
  );
}
