import { createEngine } from '@/db/client';
import { BackupError } from '@/db/engines/backup';
import { MigrationError, migrate } from '@/db/migrate';
import { type Verification, type VerifyOptions, verifyDatabase } from '@/lib/domain/verify/verify-database';

/** How a copy of the database is looked at. */
export type Look = Pick<VerifyOptions, 'progress' | 'content'>;

/**
 * Brings a copy of the database to this program's schema and checks all of it; what was looked at. Throws `MigrationError`
 * when it is newer than the program, `BackupError` when it is not whole.
 */
export async function tryOut(url: string, file: string, look: Look): Promise<Verification['counts']> {
  try {
    await migrate(url);
    const db = createEngine(url);
    try {
      const { counts, problems } = await verifyDatabase(db, { folder: null, ...look });
      if (problems.length > 0) throw new BackupError(`${file} is not whole: ${problems.slice(0, 3).join('; ')}.`);
      return counts;
    } finally {
      await db.close();
    }
  } catch (error) {
    if (error instanceof BackupError || error instanceof MigrationError) throw error;
    throw new BackupError(`${file} is damaged: ${error instanceof Error ? error.message : error}.`);
  }
}
