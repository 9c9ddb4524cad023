import { IconSearch } from '@tabler/icons-react';
import toolbar from './toolbar.module.css';

/** The search of a list: one text over every field. */
export function SearchField({ typed, hint }: { typed: string | undefined; hint: string }) {
  return (
    <div className={toolbar.search}>
      <IconSearch size={16} stroke={1.6} aria-hidden="true" />
      <input type="search" name="q" defaultValue={typed} className={toolbar.input} placeholder={hint} aria-label={hint} data-key="/" />
      {typed ? null : (
        <span aria-hidden="true" className={toolbar.key}>
          <kbd>/</kbd>
        </span>
      )}
    </div>
  );
}
