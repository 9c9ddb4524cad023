import type { Engine } from '@/db/engines/engine';

/** Carries an import on: looks its file through, or writes its rows, to the end. Once a process. */
export declare function driveImport(db: Engine, id: number): Promise<void>;

/** Carries on what a stopped process left unfinished. */
export declare function resumeImports(db: Engine): Promise<void>;

/** Waits for an import, but no longer than some ms. */
export declare function driveImportFor(db: Engine, id: number, ms: number): Promise<void>;
