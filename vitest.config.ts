import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { plannedTests } from './scripts/peers.mjs';

const databaseTests = ['**/*.db.test.ts'];
/** On the production build, in processes of their own. */
const serverTests = ['**/*.server.test.ts'];
/** Before programs of others: `name.PROGRAM.integration.test.ts`. */
const integrationTests = ['**/*.integration.test.ts'];
const never = ['node_modules/**', '.next/**', 'dist/**', 'e2e/**'];
const alias = { '@': fileURLToPath(new URL('.', import.meta.url)) };
const settings = { LOG_LEVEL: 'silent', AUTH_SECRET: 'tests only, never a secret of anything real' };

function onEngine(name: string, url: string, include = databaseTests) {
  return {
    resolve: { alias },
    test: {
      name,
      include,
      exclude: never,
      // The scheme alone decides how tables are built; the setup file gives every test file a database of its own.
      env: { ...settings, DATABASE_URL: url },
      globalSetup: ['lib/testing/base-database.ts'],
      setupFiles: ['lib/testing/own-database.ts'],
      testTimeout: 60_000,
      hookTimeout: 60_000,
    },
  };
}

const unit = {
  resolve: { alias },
  test: {
    name: 'unit',
    include: ['**/*.test.ts'],
    exclude: [...never, ...databaseTests, ...serverTests, ...integrationTests],
    env: settings,
  },
};

const onBuild = {
  resolve: { alias },
  test: { name: 'server', include: serverTests, exclude: never, testTimeout: 60_000, fileParallelism: false },
};

/** The PostgreSQL suites are planned only when `TEST_DATABASE_URL` names a server that may be used for tests. */
const postgresUrl = process.env.TEST_DATABASE_URL;

/** Those whose program is found here; `npm run integration` installs them first and asks for the slow ones, too. */
const planned = plannedTests(process.env.INTEGRATION === 'all');

export default defineConfig({
  test: {
    projects: [
      unit,
      onBuild,
      onEngine('sqlite', 'file:'),
      ...(postgresUrl ? [onEngine('postgres', postgresUrl)] : []),
      ...(planned.length > 0 ? [onEngine('integration', 'file:', planned)] : []),
    ],
  },
});
