// The Chromium that the end-to-end tests drive: the one that is there, else Playwright's own, else the system's package.
import { execSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const usual = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium'];

function present() {
  return [...usual, chromium.executablePath()].find((path) => path && existsSync(path));
}

function tryTo(command) {
  try {
    execSync(command, { stdio: 'inherit', timeout: 600_000 });
  } catch {
    process.stderr.write(`${command}: failed\n`);
  }
  return present();
}

export function findChromium() {
  const asRoot = process.getuid?.() === 0 ? '' : 'sudo -n ';
  const found =
    present() ??
    tryTo('npx playwright install chromium') ??
    tryTo(`${asRoot}apt-get update -qq && ${asRoot}apt-get install -y -qq --no-install-recommends chromium`);
  if (!found) throw new Error('No Chromium. Install one: apt-get install chromium, or set CHROMIUM_PATH.');
  return found;
}
