import type { Ctx } from '../context';

/**
 * Begins to write what a checked file comes to; `driveImport` carries it out, also after a restart. Throws `not_found`,
 * `import_state` unless it is `checked`, `nothing_selected` when there is nothing to write.
 */
export declare function applyImport(ctx: Ctx, id: number): Promise<void>;

/** Ends an import where it stands; what it has written stays and can be undone as one. Throws `not_found`, `forbidden`. */
export declare function stopImport(ctx: Ctx, id: number): Promise<void>;
