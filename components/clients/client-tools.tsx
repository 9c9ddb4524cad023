import { IconAddressBook, IconArrowMerge, IconEraser, IconPencil, IconTrash } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { mergeHref } from '@/components/duplicates/merge-url';
import buttons from '@/components/form/button.module.css';
import { MoreMenu } from '@/components/overlay/more-menu';
import type { ClientRow } from '@/db/queries/clients';

interface ClientToolsProps {
  client: ClientRow;
  /** Live orders, which go into the bin with him. */
  orders: number;
  /** Whether he may be changed, and whether his data may be erased for good. */
  writes: boolean;
  erases: boolean;
  remove: (data: FormData) => Promise<never>;
}

/** What is done with a client now and then, and the way to his form. */
export function ClientTools({ client, orders, writes, erases, remove }: ClientToolsProps) {
  const t = useTranslations();
  const { id, version } = client;
  const shown = client.deletedAt === null && client.erasedAt === null;
  if (!writes && !erases && !shown) return null;
  return (
    <>
      <MoreMenu label={t('orderCard.more')} about={t('clientCard.actions')}>
        {shown ? (
          <a href={`/api/exports/clients/?format=vcf&ids=${id}`} download="" rel="nofollow">
            <IconAddressBook size={16} stroke={1.6} aria-hidden="true" />
            {t('downloads.vcf')}
          </a>
        ) : null}
        {writes ? (
          <>
            <a href={mergeHref({ main: id })}>
              <IconArrowMerge size={16} stroke={1.6} aria-hidden="true" />
              {t('duplicates.mergeOther')}
            </a>
            <form action={remove}>
              <input type="hidden" name="id" value={id} />
              <input type="hidden" name="version" value={version} />
              {orders > 0 ? <input type="hidden" name="cascade" value="1" /> : null}
              <button type="submit" data-danger="">
                <IconTrash size={16} stroke={1.6} aria-hidden="true" />
                {orders > 0 ? t('client.deleteWithOrders', { n: orders }) : t('client.delete')}
              </button>
            </form>
          </>
        ) : null}
        {erases ? (
          <a href={`/clients/${id}/erase`} data-danger="">
            <IconEraser size={16} stroke={1.6} aria-hidden="true" />
            {t('erase.link')}
          </a>
        ) : null}
      </MoreMenu>
      {writes ? (
        <a href={`/clients/${id}/edit`} className={buttons.button} data-key="E">
          <IconPencil size={16} stroke={1.6} aria-hidden="true" />
          {t('common.edit')} <kbd>E</kbd>
        </a>
      ) : null}
    </>
  );
}
