'use client';

import buttons from '@/components/form/button.module.css';
import keeper from '@/components/form/form-keeper.module.css';
import { Dialog } from '@/components/overlay/dialog';
import type { MergeOffer } from '@/lib/entry/form-state';
import type { EntryWords } from '@/lib/i18n/entry-words';
import styles from './merge-dialog.module.css';

interface MergeDialogProps {
  offer: MergeOffer;
  /** That of the record as it stands, over which the merged one is saved. */
  version: number;
  formId: string;
  pending: boolean;
  words: EntryWords['merge'];
  onClose: () => void;
}

/** Somebody saved first: what both changed is chosen field by field, the rest is merged already. The choices are fields of the form behind. */
export function MergeDialog({ offer, version, formId, pending, words, onClose }: MergeDialogProps) {
  return (
    <Dialog open onClose={onClose} title={offer.title} shape="wide">
      <p className="quiet">{offer.intro}</p>
      {offer.rows.length > 0 ? (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{words.field}</th>
              <th scope="col">{words.was}</th>
              <th scope="col">{offer.theirs}</th>
              <th scope="col">{words.mine}</th>
            </tr>
          </thead>
          <tbody>
            {offer.rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{row.label}</th>
                <td data-word={words.was}>{row.was}</td>
                {(['theirs', 'mine'] as const).map((side) => (
                  <td key={side}>
                    <label className={styles.choice}>
                      <input
                        type="radio"
                        form={formId}
                        name={`take.${row.key}`}
                        value={side}
                        defaultChecked={side === 'mine'}
                        aria-label={`${row.label}, ${side === 'mine' ? words.mine : offer.theirs}: ${row[side]}`}
                      />
                      <span>
                        <small aria-hidden="true">{side === 'mine' ? words.mine : offer.theirs}</small>
                        {row[side]}
                      </span>
                    </label>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {offer.merged.length > 0 ? (
        <p className={styles.merged}>
          <b>{words.merged}</b> {offer.merged.join('; ')}.
        </p>
      ) : null}
      <div className={keeper.foot}>
        <a href={offer.history} target="_blank" rel="noreferrer" className={`${buttons.plain} ${styles.history}`}>
          {words.history}
        </a>
        <button type="button" className={buttons.button} onClick={onClose}>
          {words.back}
        </button>
        <button type="submit" form={formId} name="merge" value={version} className={buttons.primary} aria-disabled={pending}>
          {words.save}
        </button>
      </div>
    </Dialog>
  );
}
