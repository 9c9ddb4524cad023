'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** False in the first HTML and until the scripts are there, then true. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
