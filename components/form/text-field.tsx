import type { ComponentProps, ReactNode } from 'react';
import { Field } from './field';
import styles from './field.module.css';

interface TextFieldProps extends Omit<ComponentProps<'input'>, 'id'> {
  name: string;
  label: string;
  hint?: string;
  errors?: string[];
  note?: ReactNode;
}

export function TextField({ name, label, hint, errors, note, ...input }: TextFieldProps) {
  return (
    <Field id={name} label={label} hint={hint} errors={errors} note={note}>
      {(attributes) => <input name={name} type="text" autoComplete="off" className={styles.input} {...input} {...attributes} />}
    </Field>
  );
}

interface TextAreaProps extends Omit<ComponentProps<'textarea'>, 'id'> {
  name: string;
  label: string;
  hint?: string;
  errors?: string[];
}

export function TextArea({ name, label, hint, errors, ...area }: TextAreaProps) {
  return (
    <Field id={name} label={label} hint={hint} errors={errors}>
      {(attributes) => <textarea name={name} className={styles.area} {...area} {...attributes} />}
    </Field>
  );
}
