/** Next's own start (`next dev`, `next start`); the fast server has done the same before. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { startOnce } = await import('./lib/start');
  await startOnce();
}
