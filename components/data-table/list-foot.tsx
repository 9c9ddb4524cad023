import type { ReactNode } from 'react';
import type { ListPage } from '@/lib/domain/list-page';
import type { ListName } from '@/lib/domain/preferences/schema';
import type { LayoutAction } from './layout-menu';
import { type ListUrl, listHref } from './list-url';
import { PageSize } from './page-size';
import { Pager } from './pager';
import table from './table.module.css';

interface ListFootProps {
  list: ListName;
  page: ListPage<unknown>;
  url: ListUrl<unknown, string>;
  /** Rows of a page. */
  rows: number;
  save: LayoutAction;
  /** How many are found. */
  children: ReactNode;
}

/** What a list has found, and the way through it. */
export function ListFoot({ list, page, url, rows, save, children }: ListFootProps) {
  return (
    <div className={table.foot}>
      {children}
      <div className={table.pages}>
        <PageSize list={list} rows={rows} back={listHref(url, {})} save={save} />
        <Pager page={page} href={(place) => listHref(url, place)} />
      </div>
    </div>
  );
}
