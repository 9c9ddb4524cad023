/** A backup or a restore cannot go on; the message says why in one sentence. */
export class BackupError extends Error {}

/** A backup that was unpacked beside the database, for trying it out. */
export interface Trial {
  /** Opens it as any other database. */
  url: string;
  /**
   * Puts it in place of the database, at one stroke; the name under which the replaced one is kept, null when there was none.
   * Nobody may have either open. Throws `BackupError` when another program has.
   */
  place(): Promise<string | null>;
}

/** How an engine is copied into a file and back. */
export interface Archive {
  /** Throws `BackupError` when a file is no backup of this engine. */
  refuseForeign(file: string): Promise<void>;
  /** Throws `BackupError` when another program has the database open. */
  refuseOpen(): Promise<void>;
  /** Copies the database into a new file, beside programs that read and write. */
  dump(file: string): Promise<void>;
  /** Tries a dump out before it gets its name; it may be changed by that only in what verifying seals. */
  tryDump<T>(file: string, work: (url: string) => Promise<T>): Promise<T>;
  /** Unpacks a file, which stays as it is, for trying it out and placing it. What is not placed is removed. */
  unpack<T>(file: string, work: (trial: Trial) => Promise<T>): Promise<T>;
}

/** A moment as part of a name: `20261123164501123`. */
export function nameStamp(): string {
  return new Date().toISOString().replace(/\D/g, '');
}
