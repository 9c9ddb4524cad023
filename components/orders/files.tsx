import { IconFile, IconFileSpreadsheet, IconFileText, IconFileZip, IconX } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import buttons from '@/components/form/button.module.css';
import type { FileRow } from '@/db/queries/order-parts';
import { isImage } from '@/lib/domain/files/file-types';
import type { Format } from '@/lib/i18n/format';
import styles from './order-parts.module.css';

function shapeOf(type: string) {
  if (type.includes('sheet') || type === 'text/csv') return IconFileSpreadsheet;
  if (type === 'application/zip') return IconFileZip;
  return type === 'text/plain' || type.includes('word') || type === 'application/pdf' ? IconFileText : IconFile;
}

function useSizeName() {
  const t = useTranslations('orderParts');
  return (bytes: number) => {
    if (bytes < 1024) return t('bytes', { n: bytes });
    const kilobytes = bytes / 1024;
    if (kilobytes < 1024) return t('kilobytes', { n: Math.round(kilobytes) });
    return t('megabytes', { n: Math.round(kilobytes / 102.4) / 10 });
  };
}

interface FilesProps {
  files: FileRow[];
  format: Format;
  /** Absent where nothing may be written. */
  remove?: (data: FormData) => Promise<never>;
  /** Whether the contents can be had: not of the past. */
  open?: boolean;
}

function Picture({ file, open }: { file: FileRow; open: boolean }) {
  const Shape = shapeOf(file.type);
  if (!open || !isImage(file.type))
    return (
      <span className={styles.kind}>
        <Shape size={20} stroke={1.6} aria-hidden="true" />
      </span>
    );
  return (
    // biome-ignore lint/performance/noImgElement: the picture is behind a session, and its own thumbnail
    <img src={`/files/${file.id}?inline`} alt="" width={40} height={40} loading="lazy" className={styles.picture} />
  );
}

/** The files of an order; a press downloads one. */
export function Files({ files, format, remove, open = true }: FilesProps) {
  const t = useTranslations('orderParts');
  const sizeName = useSizeName();
  if (files.length === 0) return <p className="quiet">{t('noFiles')}</p>;
  return (
    <ul>
      {files.map((file) => (
        <li key={file.id} className={styles.file}>
          <Picture file={file} open={open} />
          <div className={styles.what}>
            {open ? (
              <a href={`/files/${file.id}`} download={file.name} className={styles.name}>
                {file.name}
              </a>
            ) : (
              <span className={styles.name}>{file.name}</span>
            )}
            <p className={`${styles.meta} muted`}>
              <span className="num">{sizeName(file.size)}</span> · {format.longDateTime(file.createdAt)}
            </p>
          </div>
          {remove ? (
            <form action={remove}>
              <input type="hidden" name="order" value={file.orderId} />
              <input type="hidden" name="file" value={file.id} />
              <button
                type="submit"
                className={`${buttons.plain} ${buttons.square}`}
                aria-label={t('removeFile', { name: file.name })}
                title={t('removeFileShort')}
              >
                <IconX size={16} stroke={1.6} aria-hidden="true" />
              </button>
            </form>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
