import { defineConfig } from '@playwright/test';

const port = Number(process.env.E2E_PORT ?? 3941);

export default defineConfig({
  testDir: 'e2e',
  timeout: 30_000,
  workers: 2,
  forbidOnly: true,
  reporter: [['list']],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    locale: 'ru-RU',
    timezoneId: 'Europe/Moscow',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH || '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
    },
  },
  projects: [{ name: 'desktop', use: { viewport: { width: 1440, height: 900 } } }],
  webServer: {
    // A demonstration database of its own, made anew for every run.
    command: 'rm -rf data/e2e && node dist/demo.mjs',
    url: `http://127.0.0.1:${port}/api/health/`,
    env: {
      PORT: String(port),
      APP_URL: `http://127.0.0.1:${port}`,
      DATA_DIR: './data/e2e',
      LOG_LEVEL: 'warn',
      // Receivers of the tests stand on this machine.
      EXCHANGE_ALLOW: '127.0.0.1',
    },
    timeout: 60_000,
  },
});
