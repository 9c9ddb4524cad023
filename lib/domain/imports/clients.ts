import type { EntityImport } from './entity';

export declare const clientImport: EntityImport;
