// What the tests drive and the machine may lack.
import { execSync } from 'node:child_process';

/** Runs the command and looks again, whether it ended well or not. */
export function tryTo(command, look) {
  try {
    execSync(command, { stdio: 'inherit', timeout: 600_000 });
  } catch {
    process.stderr.write(`${command}: failed\n`);
  }
  return look();
}

/** Installs a package of Debian, when we may, and looks again. */
export function installPackage(name, look) {
  const asRoot = process.getuid?.() === 0 ? '' : 'sudo -n ';
  return tryTo(`${asRoot}apt-get update -qq && ${asRoot}apt-get install -y -qq --no-install-recommends ${name}`, look);
}
