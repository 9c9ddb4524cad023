import { useTranslations } from 'next-intl';
import { createElement, Fragment, type ReactNode } from 'react';
import { ChangeShape } from '@/components/history/change-shape';
import { FactText } from '@/components/history/fact-text';
import { factsOf } from '@/lib/domain/history/facts';
import type { UndoPreview } from '@/lib/domain/undo/undo-operation';
import type { Format } from '@/lib/i18n/format';
import styles from './undo.module.css';

interface UndoStepsProps {
  steps: UndoPreview['steps'];
  nameOf: (step: { entity: string; entityId: number }) => string;
  format: Format;
}

/** What taking an operation back will do, record by record. */
export function UndoSteps({ steps, nameOf, format }: UndoStepsProps) {
  const t = useTranslations('undo');
  const acting = steps.filter(({ action }) => action !== 'none');
  if (acting.length === 0) return <p className="quiet">{t('nothing')}</p>;
  return (
    <ul className={styles.list}>
      {acting.map((step) => {
        const told: ReactNode[] = [];
        for (const fact of step.action === 'update' ? factsOf(step.fields) : [])
          told.push(told.length > 0 ? '; ' : ': ', <FactText fact={fact} format={format} colon={false} />);
        return (
          <li key={`${step.entity}-${step.entityId}-${step.action}`}>
            <ChangeShape action={step.action} />
            <p>
              {nameOf(step)}
              {step.action === 'delete' || step.action === 'restore' ? ` ${t(`acts.${step.action}`)}` : null}
              {createElement(Fragment, null, ...told)}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
