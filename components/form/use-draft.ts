'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';
import { type Draft, draftKey, dropDraft, readDraft, serialOf, typedIn, writeDraft } from './draft-store';

/** Rest in typing before it is kept, ms. */
const rest = 1000;

interface DraftSetting {
  form: RefObject<HTMLFormElement | null>;
  userId: number;
  /** «order:12», «client:new». */
  record: string;
  version: string;
  /** Changes whenever something in the form does that is no typing: a line removed, a client chosen. */
  watched: unknown;
  restore: (values: Record<string, string>) => void;
}

/** Keeps a form in this browser while it is filled in, and offers what was kept when it is opened again. */
export function useDraft({ form, userId, record, version, watched, restore }: DraftSetting) {
  const key = draftKey(userId, record);
  const [savedAt, setSavedAt] = useState<number>();
  const [offered, setOffered] = useState<Draft>();
  const pristine = useRef<string>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const over = useRef(false);

  const isDirty = () => !over.current && form.current !== null && serialOf(typedIn(form.current)) !== pristine.current;

  /** Keeps what stands in the form now; whether nothing of it can be lost. */
  const keep = useRef<() => boolean>(() => true);
  keep.current = () => {
    clearTimeout(timer.current);
    timer.current = undefined;
    if (over.current || !form.current) return true;
    if (isDirty()) {
      const at = Date.now();
      const kept = writeDraft(key, { at, version, values: typedIn(form.current) });
      setSavedAt(kept ? at : undefined);
      return kept;
    }
    if (savedAt !== undefined) dropDraft(key);
    setSavedAt(undefined);
    return true;
  };
  const later = useRef<() => void>(() => undefined);
  later.current = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => keep.current(), rest);
  };

  useEffect(() => {
    const { current } = form;
    if (!current) return;
    pristine.current ??= serialOf(typedIn(current));
    const draft = readDraft(key);
    if (draft && serialOf(draft.values) !== pristine.current) setOffered(draft);
    const stop = new AbortController();
    const { signal } = stop;
    current.addEventListener('input', () => later.current(), { signal });
    current.addEventListener('change', () => later.current(), { signal });
    const atOnce = () => {
      if (timer.current !== undefined) keep.current();
    };
    window.addEventListener('pagehide', atOnce, { signal });
    document.addEventListener('visibilitychange', atOnce, { signal });
    return () => {
      atOnce();
      stop.abort();
    };
  }, [form, key]);

  const first = useRef(watched);
  useEffect(() => {
    if (first.current === watched) return;
    first.current = watched;
    later.current();
  }, [watched]);

  return {
    savedAt,
    offered,
    isDirty,
    keepNow: () => keep.current(),
    /** The draft in place of what the form was opened with, of the version it was made on. */
    resume: () => {
      if (!offered) return;
      setOffered(undefined);
      setSavedAt(offered.at);
      restore({ ...offered.values, ...(offered.version ? { version: offered.version } : {}) });
    },
    drop: () => {
      setOffered(undefined);
      if (savedAt === undefined) dropDraft(key);
    },
    /** The record is saved: nothing is left to keep. */
    forget: () => {
      over.current = true;
      clearTimeout(timer.current);
      timer.current = undefined;
      dropDraft(key);
    },
  };
}
