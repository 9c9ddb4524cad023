'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { showToast } from '@/components/toast/show-toast';
import type { Toast } from '@/lib/entry/toast-cookie';

export interface ImportShare {
  done: number;
  total: number;
  /** «1 200 из 2 079 строк», in the reader's language. */
  text: string;
}

/** What `/imports/12/progress` answers. */
export interface ImportProgressAnswer extends ImportShare {
  state: string;
  /** Said once when the writing is through. */
  toast?: Toast;
}

/** How often an import is looked at, ms. */
const every = 400;

interface FollowImportProps {
  href: string;
  /** The state it stands in; another one means another page. */
  state: string;
  first: ImportShare;
  label: string;
  barClass: string | undefined;
}

async function look(href: string): Promise<ImportProgressAnswer | undefined> {
  const response = await fetch(href).catch(() => undefined);
  return response?.ok ? ((await response.json()) as ImportProgressAnswer) : undefined;
}

/** The bar of an import under way, kept true until it is through; then the page is asked for anew. */
export function FollowImport({ href, state, first, label, barClass }: FollowImportProps) {
  const router = useRouter();
  const [share, setShare] = useState(first);

  useEffect(() => {
    let gone = false;
    let timer: ReturnType<typeof setTimeout>;
    async function follow() {
      const answer = await look(href);
      if (gone) return;
      if (answer) setShare(answer);
      if (answer && answer.state !== state) {
        if (answer.toast) showToast(answer.toast);
        router.refresh();
      } else timer = setTimeout(follow, every);
    }
    timer = setTimeout(follow, every);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [href, state, router]);

  return (
    <>
      <progress className={barClass} max={share.total} value={share.done} aria-label={label} />
      <p className="num" role="status">
        {share.text}
      </p>
    </>
  );
}
