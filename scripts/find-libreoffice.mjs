// The LibreOffice that reads our workbooks in the tests: the one that is there, else the system's package.
import { existsSync } from 'node:fs';
import { installPackage } from './install-package.mjs';

const usual = [
  process.env.SOFFICE_PATH,
  '/usr/bin/soffice',
  '/usr/bin/libreoffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
];

function present() {
  return usual.find((path) => path && existsSync(path));
}

export function findLibreOffice() {
  const found = present() ?? installPackage('libreoffice-calc-nogui', present);
  if (!found) throw new Error('No LibreOffice. Install one: apt-get install libreoffice-calc-nogui, or set SOFFICE_PATH.');
  return found;
}
