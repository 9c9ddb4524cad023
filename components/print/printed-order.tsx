import type { DocumentSignature, OrderDocument } from '@/lib/export/print/order-document';
import type { DocumentTable } from '@/lib/export/print/order-table';
import type { PrintWords } from '@/lib/i18n/print-words';
import { BankTable } from './bank-table';
import styles from './printed-order.module.css';

interface PrintedOrderProps {
  document: OrderDocument;
  words: PrintWords;
  /** Address of the picture, if there is one. */
  logo: string | undefined;
}

function Lines({ table, title }: { table: DocumentTable; title: string }) {
  return (
    <table className={styles.lines}>
      <caption className="hidden">{title}</caption>
      <thead>
        <tr>
          {table.columns.map(({ key, label }) => (
            <th key={key} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row) => (
          <tr key={row[0]}>
            {table.columns.map(({ key, label, numeric }, index) => (
              <td key={key} data-label={label} className={`${styles[key]} ${numeric ? `${styles.numeric} num` : ''}`}>
                {row[index]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Signature({ role, name, words }: DocumentSignature & { words: PrintWords }) {
  return (
    <div className={styles.signature}>
      <span>{role}</span>
      <span className={styles.hand}>
        <span className={styles.written} />
        <span className={styles.caption}>{words('signatures.hand')}</span>
      </span>
      <span className={styles.hand}>
        <span className={styles.written}>{name}</span>
        <span className={styles.caption}>{words('signatures.name')}</span>
      </span>
    </div>
  );
}

/** An order as a sheet of paper; the same words and rows as its PDF. */
export function PrintedOrder({ document, words, logo }: PrintedOrderProps) {
  const { title, bank, parties, table, signatures } = document;
  return (
    <article className={styles.sheet} aria-label={title}>
      {/* biome-ignore lint/performance/noImgElement: the picture stands in the page itself. */}
      {logo ? <img src={logo} alt="" className={styles.logo} /> : null}
      {bank ? <BankTable details={bank} /> : null}
      <h2 className={styles.title}>{title}</h2>
      <dl className={styles.parties}>
        {parties.map(({ label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <Lines table={table} title={title} />
      <dl className={styles.totals}>
        {table.totals.map(({ label, value, strong }) => (
          <div key={label} className={strong ? styles.strong : undefined}>
            <dt>{label}</dt>
            <dd className="num">{value}</dd>
          </div>
        ))}
      </dl>
      <p>{document.count}</p>
      {document.words ? <p className={styles.strong}>{document.words}</p> : null}
      {document.payUntil ? <p>{document.payUntil}</p> : null}
      <div className={styles.signatures}>
        {signatures.map((signature) => (
          <Signature key={signature.role} {...signature} words={words} />
        ))}
      </div>
    </article>
  );
}
