// The migrations of both engines from the one schema; flags (`--name what-changed`) go to both.
import { execFileSync } from 'node:child_process';

for (const DATABASE_URL of ['file:', 'postgres://']) {
  execFileSync('npx', ['drizzle-kit', 'generate', ...process.argv.slice(2)], { stdio: 'inherit', env: { ...process.env, DATABASE_URL } });
}
