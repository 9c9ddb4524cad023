// The Chromium that the end-to-end tests drive: the one that is there, else Playwright's own, else the system's package.
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { installPackage, tryTo } from './install-package.mjs';

const usual = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium'];

function present() {
  return [...usual, chromium.executablePath()].find((path) => path && existsSync(path));
}

export function findChromium() {
  const found = present() ?? tryTo('npx playwright install chromium', present) ?? installPackage('chromium', present);
  if (!found) throw new Error('No Chromium. Install one: apt-get install chromium, or set CHROMIUM_PATH.');
  return found;
}
