/** `npm start`. React and Next choose their build by NODE_ENV when they are first imported. */
Object.assign(process.env, { NODE_ENV: 'production' });

const { serve } = await import('@/lib/entry/server');
await serve();

export {};
