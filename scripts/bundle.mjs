// Node 20 runs no TypeScript: server and commands are bundled once, beside Next's own build.
import { rmSync } from 'node:fs';
import { build } from 'esbuild';

const commands = ['start', 'demo', 'user', 'verify', 'seed', 'backup', 'restore', 'export', 'import', 'connection', 'worker'];

rmSync('dist', { recursive: true, force: true });
await build({
  entryPoints: commands.map((name) => `lib/cli/${name}.ts`),
  outdir: 'dist',
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  outExtension: { '.js': '.mjs' },
  packages: 'external',
  sourcemap: true,
  logLevel: 'warning',
});
