'use client';

import toolbar from '@/components/data-table/toolbar.module.css';

interface ChoiceProps {
  name: string;
  label: string;
  value: string | undefined;
  /** Each as its value and its label. */
  options: readonly (readonly [value: string, label: string])[];
}

/** One of several, or all of them; out of data, like the rows below (`history-rows.tsx`). */
export function Choice({ name, label, value, options }: ChoiceProps) {
  return (
    <label className={toolbar.date}>
      {label}
      <select name={name} defaultValue={value ?? ''} className={toolbar.input}>
        <option value="">—</option>
        {options.map(([one, text]) => (
          <option key={one} value={one}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
