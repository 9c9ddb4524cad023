// `npm run bench`: the pages; `npm run bench -- exports`: the downloads.
await import(process.argv[2] === 'exports' ? './exports.mjs' : './pages.mjs');
