/** `npm run demo`: the product with invented data. The database is chosen before anything asks which one it is. */
Object.assign(process.env, { NODE_ENV: 'production', DATABASE_URL: `file:${process.env.DATA_DIR || './data'}/demo.db` });

const { prepareDemo } = await import('./prepare-demo');
await prepareDemo();
const { serve } = await import('@/lib/entry/server');
await serve();
process.stdout.write('Sign in as test / test or admin / admin. Stop with Ctrl+C.\n');

export {};
