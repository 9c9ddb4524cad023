import { IconDownload } from '@tabler/icons-react';
import { type DownloadChoice, downloadChoices } from '@/components/exports/download-url';
import styles from './selection-bar.module.css';

interface SelectionDownloadProps {
  entity: 'order' | 'client';
  /** The chosen rows, or the filter that finds them all, as parameters. */
  chosen: string;
  /** Sorting, columns and language, as parameters. */
  shown: string;
  label: string;
  choices: Record<DownloadChoice['name'], string>;
}

/** The chosen rows as a file. */
export function SelectionDownload({ entity, chosen, shown, label, choices }: SelectionDownloadProps) {
  return (
    <>
      <button type="button" className={styles.act} popoverTarget="selection-download">
        <IconDownload size={16} stroke={1.6} aria-hidden="true" />
        {label}
      </button>
      <div id="selection-download" popover="auto" className={styles.statuses}>
        {downloadChoices.map(({ name, params }) => (
          <a
            key={name}
            href={`/api/exports/${entity}s/?${[new URLSearchParams(params), chosen, shown].filter(String).join('&')}`}
            download=""
            data-export={choices[name]}
            className={styles.status}
            onClick={(event) => event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover()}
          >
            {choices[name]}
          </a>
        ))}
      </div>
    </>
  );
}
