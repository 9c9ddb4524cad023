'use client';

import { type ComponentProps, type KeyboardEvent, type ReactNode, type RefObject, useEffect, useId, useState } from 'react';
import styles from './combobox.module.css';

export interface ComboboxOption {
  key: string;
  content: ReactNode;
  /** Stands apart, below the others: what to do when none of them fits. */
  last?: boolean;
}

interface ComboboxProps extends Omit<ComponentProps<'input'>, 'onChange' | 'value' | 'list' | 'ref'> {
  value: string;
  /** Every change of the text; options follow when their owner has them. */
  onText: (text: string) => void;
  options: readonly ComboboxOption[];
  onChoose: (key: string) => void;
  /** What the options are. */
  listLabel: string;
  inputRef?: RefObject<HTMLInputElement | null>;
}

/**
 * A text field with suggestions, by the combobox pattern: the focus stays in the field, ↑ ↓ walk, Enter chooses, Esc closes.
 * A key that was used here is marked as prevented, so that whoever stands around knows.
 */
export function Combobox({ value, onText, options, onChoose, listLabel, inputRef, onKeyDown, onBlur, ...input }: ComboboxProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const shown = open && options.length > 0;
  const at = Math.min(active, options.length - 1);
  const optionId = (index: number) => `${id}-${index}`;

  useEffect(() => {
    if (shown) document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, shown, at]);

  function choose(index: number) {
    const option = options[index];
    if (!option) return;
    setOpen(false);
    onChoose(option.key);
  }
  function onKey(event: KeyboardEvent<HTMLInputElement>) {
    onKeyDown?.(event);
    if (event.defaultPrevented || event.nativeEvent.isComposing || !shown) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) setActive((at + step + options.length) % options.length);
    else if (event.key === 'Enter') choose(event.shiftKey ? options.length - 1 : at);
    else if (event.key === 'Escape') setOpen(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  return (
    <div className={styles.combobox}>
      <input
        {...input}
        ref={inputRef}
        value={value}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={shown ? `${id}-list` : undefined}
        aria-activedescendant={shown ? optionId(at) : undefined}
        autoComplete="off"
        onChange={(event) => {
          setActive(0);
          setOpen(true);
          onText(event.target.value);
        }}
        onKeyDown={onKey}
        onBlur={(event) => {
          setOpen(false);
          onBlur?.(event);
        }}
      />
      {shown ? (
        <div role="listbox" id={`${id}-list`} aria-label={listLabel} className={styles.list}>
          {options.map(({ key, content, last }, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and hears the keys
            // biome-ignore lint/a11y/useFocusableInteractive: the field names the active option
            <div
              key={key}
              id={optionId(index)}
              role="option"
              aria-selected={index === at}
              data-last={last ? '' : undefined}
              className={styles.option}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(index)}
            >
              {content}
            </div>
          ))}
        </div>
      ) : null}
    </div>
  );
}
