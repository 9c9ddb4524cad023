'use client';

import { useEffect, useMemo, useRef, useState } from 'react';
import buttons from '@/components/form/button.module.css';
import field from '@/components/form/field.module.css';
import { Dialog } from '@/components/overlay/dialog';
import type { EntryWords } from '@/lib/i18n/entry-words';
import { fill } from '@/lib/i18n/fill';
import { blankLine, type TypedLine } from './line-values';
import type { OrderFormWords } from './order-form-words';
import styles from './paste-dialog.module.css';
import { type PastedLine, pasteLines } from './paste-lines';
import { askProducts, type PasteMatch, type ProductSuggestion } from './product-suggestion';

interface PasteDialogProps {
  text: string;
  client: string;
  words: OrderFormWords;
  entry: EntryWords;
  onClose: () => void;
  onAdd: (lines: TypedLine[]) => void;
}

/** What was pasted comes first; the product gives what it left out. */
function lineOf(pasted: PastedLine, product: ProductSuggestion | undefined): TypedLine {
  return blankLine({
    product: product?.name ?? pasted.product,
    sku: pasted.sku || product?.sku,
    quantity: pasted.quantity,
    unit: pasted.unit || product?.unit,
    price: pasted.price || product?.price,
    vat_rate: product?.vat_rate ?? '',
  });
}

function productOf(match: PasteMatch | undefined, chosen: string | undefined): ProductSuggestion | undefined {
  return match?.product ?? match?.similar.find(({ id }) => String(id) === chosen);
}

/** Pasted rows before they are added: those the catalogue knows, those like something in it, and new ones. */
export function PasteDialog({ text, client, words, entry, onClose, onAdd }: PasteDialogProps) {
  const { paste } = entry;
  const lines = useMemo(() => pasteLines(text), [text]);
  const [matches, setMatches] = useState<PasteMatch[]>([]);
  const [chosen, setChosen] = useState<Record<number, string>>({});
  const add = useRef<HTMLButtonElement>(null);

  // The window itself would begin with its first field.
  useEffect(() => add.current?.focus(), []);

  useEffect(() => {
    let gone = false;
    void askProducts({ names: lines.map(({ product }) => product), client }).then((answer) => {
      if (answer && !gone) setMatches(answer.matches);
    });
    return () => {
      gone = true;
    };
  }, [lines, client]);

  const rows = lines.map((pasted, index) => {
    const match = matches[index];
    return { pasted, match, line: lineOf(pasted, productOf(match, chosen[index])) };
  });
  return (
    <Dialog open onClose={onClose} title={paste.title} shape="wide">
      <p className="quiet">{fill(paste.intro, { n: lines.length })}</p>
      <div className={styles.rows}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{words.product}</th>
              <th scope="col" data-number="">
                {words.quantity}
              </th>
              <th scope="col" data-number="">
                {words.price}
              </th>
              <th scope="col">{paste.kind}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ pasted, match, line }, index) => (
              <tr key={line.key}>
                <td>
                  {line.product}
                  {line.sku ? <small className="muted"> · {line.sku}</small> : null}
                </td>
                <td data-number="" className="num">
                  {line.quantity || '1'} {line.unit}
                </td>
                <td data-number="" className="num">
                  {line.price || '—'}
                </td>
                <td>
                  {match?.product ? (
                    paste.matched
                  ) : match && match.similar.length > 0 ? (
                    <select
                      className={`${field.select} ${field.compact}`}
                      aria-label={fill(paste.choice, { n: index + 1 })}
                      value={chosen[index] ?? ''}
                      onChange={(event) => setChosen({ ...chosen, [index]: event.target.value })}
                    >
                      <option value="">{`${paste.similar}: ${fill(paste.keep, { name: pasted.product })}`}</option>
                      {match.similar.map(({ id, name, shownPrice }) => (
                        <option key={id} value={id}>
                          {[name, shownPrice].filter(Boolean).join(' · ')}
                        </option>
                      ))}
                    </select>
                  ) : (
                    <span className="quiet">{paste.fresh}</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={styles.ways}>
        <button type="button" className={buttons.button} onClick={onClose}>
          {paste.cancel}
        </button>
        <button type="button" className={buttons.primary} ref={add} onClick={() => onAdd(rows.map(({ line }) => line))}>
          {fill(paste.add, { n: lines.length })}
        </button>
      </div>
    </Dialog>
  );
}
