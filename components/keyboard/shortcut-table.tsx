import { useTranslations } from 'next-intl';
import styles from './shortcut-table.module.css';

/** Groups of keys: what is pressed, and the message that says what it does. */
const groups = {
  everywhere: [
    ['Ctrl K', 'palette'],
    ['/', 'search'],
    ['N', 'newOrder'],
    ['G V', 'goOverview'],
    ['G O', 'goOrders'],
    ['G C', 'goClients'],
    ['G P', 'goProducts'],
    ['G R', 'goReports'],
    ['G H', 'goHistory'],
    ['G S', 'goSettings'],
    ['Ctrl Z', 'undo'],
    ['Esc', 'close'],
    ['?', 'table'],
  ],
  list: [
    ['↑ ↓', 'row'],
    ['Enter', 'openRow'],
    ['Space', 'look'],
    ['X', 'select'],
    ['Shift ↑ ↓', 'range'],
    ['Ctrl A', 'selectAll'],
    ['F', 'filter'],
    ['Shift F', 'resetFilter'],
    ['S', 'status'],
    ['E', 'edit'],
    ['Del', 'delete'],
    ['[ ]', 'pages'],
    ['V', 'views'],
  ],
  card: [
    ['K J', 'neighbours'],
    ['E', 'edit'],
    ['S', 'status'],
    ['D', 'repeat'],
    ['P', 'print'],
    ['H', 'history'],
    ['Esc', 'backToList'],
  ],
  form: [
    ['Ctrl Enter', 'save'],
    ['Ctrl Shift Enter', 'saveNew'],
    ['Esc', 'leave'],
    ['Enter', 'nextCell'],
    ['Alt ↑ ↓', 'moveLine'],
    ['Ctrl D', 'repeatLine'],
    ['Ctrl Shift Backspace', 'dropLine'],
    ['Ctrl V', 'paste'],
  ],
} as const;

/** Every key there is, group by group. */
export function ShortcutTable() {
  const t = useTranslations('keys');
  return (
    <div className={styles.groups}>
      {(Object.keys(groups) as (keyof typeof groups)[]).map((name) => (
        <section key={name}>
          <h2 className={styles.group}>{t(`groups.${name}`)}</h2>
          <dl className={styles.keys}>
            {groups[name].map(([keys, act]) => (
              <div key={keys} className={styles.key}>
                <dt>{t(`acts.${act}`)}</dt>
                <dd>
                  <kbd>{keys}</kbd>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
