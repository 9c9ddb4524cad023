import { createWriteStream, renameSync, rmSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { type ExportEntity, exportEntities } from '@/lib/domain/exports/schema';
import { formatMinor } from '@/lib/domain/money';
import { validate } from '@/lib/domain/validate';
import { formInput } from '@/lib/entry/form-values';
import { openDownload } from '@/lib/export/download';
import { downloadInputs, downloadWish } from '@/lib/export/download-input';
import type { Download } from '@/lib/export/tracked-download';
import { defaultLocale } from '@/lib/i18n/locale';
import { CommandError, runCommand } from './command';
import { progressLine } from './progress';

const usage = `npm run export -- ${exportEntities.join('|')} csv|xlsx|json FILE|- [--q TEXT] [--from DAY] [--to DAY] [--status …] [--sort …]
  [--columns …] [--ids …] [--preset excel|rfc4180] [--lang ru|en]: every filter of the list, by its name in the API`;

/** A filter may be named as in the API or as options usually are: `client_id`, `client-id`. */
function optionsOf(entity: ExportEntity) {
  const names = Object.keys(downloadInputs[entity].shape).filter((name) => name !== 'format' && name !== 'ticket');
  return Object.fromEntries(names.flatMap((name) => [name, name.replaceAll('_', '-')]).map((name) => [name, { type: 'string' as const }]));
}

function readArgs(args: string[]) {
  const entity = exportEntities.find((name) => name === args[0]);
  if (!entity) throw new CommandError(usage);
  try {
    const { values, positionals } = parseArgs({ args: args.slice(1), options: optionsOf(entity), allowPositionals: true });
    const [format, file, ...more] = positionals;
    if (!format || !file || more.length > 0) throw new Error('An entity, a format and a file are wanted.');
    const given = Object.entries({ ...values, format }).map(([name, value]) => [name.replaceAll('-', '_'), String(value)] as const);
    return { entity, file, input: validate(downloadInputs[entity], formInput(downloadInputs[entity], given)) };
  } catch (error) {
    if (error instanceof TypeError || (error instanceof Error && error.constructor === Error))
      throw new CommandError(`${error.message}\n${usage}`);
    throw error;
  }
}

/** The bytes, noting on the way how far they have come. */
async function* watched({ bytes, progress }: Download): AsyncGenerator<Uint8Array> {
  const { step, end } = progressLine('Exporting');
  try {
    for await (const piece of bytes) {
      // Without a total there is a line all the same: it is at its end when the rows are.
      if (progress.total !== null) step(progress.rows, progress.total);
      yield piece;
    }
  } finally {
    end();
  }
}

/** A file gets its name when it is whole. */
async function writeFile(download: Download, file: string): Promise<void> {
  const partial = `${file}.partial`;
  try {
    await pipeline(watched(download), createWriteStream(partial));
    renameSync(partial, file);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
}

await runCommand(async (ctx, args) => {
  const { entity, file, input } = readArgs(args);
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  const download = await openDownload(ctx, downloadWish(entity, input, defaultLocale), stop.signal);
  if (file === '-') await pipeline(watched(download), process.stdout, { end: false });
  else await writeFile(download, file);
  const { rows, sumMinor } = download.progress;
  process.stderr.write(`${rows} rows${sumMinor === null ? '' : `, ${formatMinor(sumMinor)} in total`}\n`);
  return 0;
});
