import { defineConfig } from 'drizzle-kit';
import { dialect } from './db/dialect/name';

export default defineConfig({
  dialect: dialect === 'postgres' ? 'postgresql' : 'sqlite',
  schema: './db/schema',
  out: `./db/migrations/${dialect}`,
  casing: 'snake_case',
});
