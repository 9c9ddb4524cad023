import { useTranslations } from 'next-intl';
import { showPhone } from '@/components/clients/show-phone';
import type { ClientRow } from '@/db/queries/clients';
import { formalName } from '@/lib/domain/clients/client-name';
import { differingFields, fieldValue, type MergeField, mergeFields } from '@/lib/domain/duplicates/merge-fields';
import styles from './merge.module.css';

interface MergeChoicesProps {
  main: ClientRow;
  other: ClientRow;
  /** Fields whose value comes from the other one. */
  take: readonly MergeField[];
}

function shown(client: ClientRow, field: MergeField): string {
  const value = fieldValue(client, field);
  return field === 'mobile_phone' ? showPhone(value) : value;
}

interface ChoiceProps {
  field: MergeField;
  side: 'main' | 'other';
  value: string;
  chosen: boolean;
}

function Choice({ field, side, value, chosen }: ChoiceProps) {
  const t = useTranslations();
  const text = value || t('duplicates.emptyValue');
  return (
    <label className={styles.choice}>
      <input
        type="radio"
        name={field}
        value={side}
        defaultChecked={chosen}
        aria-label={`${t(`clientForm.${field}`)}: ${text}, ${t(`duplicates.${side}`)}`}
      />
      <span className={value ? undefined : 'muted'}>{text}</span>
    </label>
  );
}

function SideHeading({ client, side }: { client: ClientRow; side: 'main' | 'other' }) {
  const t = useTranslations('duplicates');
  return (
    <th scope="col">
      {t(side)}
      <a href={`/clients/${client.id}`} className={styles.name}>
        {t('who', { name: formalName(client), id: String(client.id) })}
      </a>
    </th>
  );
}

/** Both clients field by field, what differs first: there one value of the two is chosen. */
export function MergeChoices({ main, other, take }: MergeChoicesProps) {
  const t = useTranslations();
  const differing = differingFields(main, other);
  const equal = mergeFields.filter((field) => !differing.includes(field) && fieldValue(main, field));
  return (
    <table className={styles.fields}>
      <thead>
        <tr>
          <th scope="col">
            <span className="hidden">{t('duplicates.field')}</span>
          </th>
          <SideHeading client={main} side="main" />
          <SideHeading client={other} side="other" />
        </tr>
      </thead>
      <tbody>
        <tr className={styles.part}>
          <th scope="rowgroup" colSpan={3}>
            {differing.length > 0 ? t('duplicates.differing') : t('duplicates.allEqual')}
          </th>
        </tr>
        {differing.map((field) => (
          <tr key={field}>
            <th scope="row">{t(`clientForm.${field}`)}</th>
            <td>
              <Choice field={field} side="main" value={shown(main, field)} chosen={!take.includes(field)} />
            </td>
            <td>
              <Choice field={field} side="other" value={shown(other, field)} chosen={take.includes(field)} />
            </td>
          </tr>
        ))}
      </tbody>
      {equal.length > 0 ? (
        <tbody>
          <tr className={styles.part}>
            <th scope="rowgroup" colSpan={3}>
              {t('duplicates.equal')}
            </th>
          </tr>
          {equal.map((field) => (
            <tr key={field} className={styles.same}>
              <th scope="row">{t(`clientForm.${field}`)}</th>
              <td colSpan={2}>{shown(main, field)}</td>
            </tr>
          ))}
        </tbody>
      ) : null}
    </table>
  );
}
