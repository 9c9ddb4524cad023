import type { BankDetails } from '@/lib/export/print/requisites';
import styles from './printed-order.module.css';

/** The bank table as Russian invoices have it. */
export function BankTable({ details }: { details: BankDetails }) {
  const { bank, bik, correspondent, inn, kpp, account, payee } = details;
  const owner = ([label, value]: [string, string]) => (
    <>
      <div className={styles.owner}>{value}</div>
      <div className={styles.caption}>{label}</div>
    </>
  );
  const pair = ([label, value]: [string, string]) => (
    <>
      <span className={styles.pairLabel}>{label}</span> {value}
    </>
  );
  return (
    <table className={styles.bank}>
      <tbody>
        <tr>
          <td rowSpan={2} colSpan={2}>
            {owner(bank)}
          </td>
          <th scope="row">{bik[0]}</th>
          <td className="num">{bik[1]}</td>
        </tr>
        <tr>
          <th scope="row">{correspondent[0]}</th>
          <td className="num">{correspondent[1]}</td>
        </tr>
        <tr>
          <td>{pair(inn)}</td>
          <td>{pair(kpp)}</td>
          <th scope="row" rowSpan={2}>
            {account[0]}
          </th>
          <td rowSpan={2} className="num">
            {account[1]}
          </td>
        </tr>
        <tr>
          <td colSpan={2}>{owner(payee)}</td>
        </tr>
      </tbody>
    </table>
  );
}
