import { stopFileRuns } from '@/db/queries/file-runs';
import { versionFor } from '../settings';
import { importWhole } from './import-file';
import { changed, sessidOf, tokenOf } from './session';
import { looksWhole } from './sources';
import { type Reply, refuse, type Step } from './visit';
import { appendPart, emptyFolder, filePath, maxFiles, removeFile, safeName } from './work-folder';

/** Bytes of a part that 1C is asked to keep to. */
export const partLimit = 2 * 1024 * 1024;

/** `init`: what we take, and an empty folder for it. */
export async function beginFiles(step: Step): Promise<Reply> {
  const { connection, settings, session, version, now } = step;
  const left = await emptyFolder(connection.id, session);
  const asked = version.slice(0, 10);
  const proof = asked ? [`sessid=${sessidOf(tokenOf(step.cookie))}`, `version=${versionFor(settings, asked)}`] : [];
  return {
    answer: ['zip=yes', `file_limit=${partLimit}`, ...proof],
    brief: ['zip=yes', `file_limit=${partLimit}`, ...proof.slice(1)].join('\n'),
    note: left.length > 0 ? { code: 'onec_began_unread', values: { files: left.join(', ') } } : { code: 'onec_began' },
    session: changed(session, { version: asked, files: {}, runs: {} }),
    commit: (tx) => stopFileRuns(tx, connection.id, now().getTime()),
  };
}

/** `file`: one more part of a file. In the old flow, which has no `import`, the last part is also the call to read it. */
export async function takePart(step: Step): Promise<Reply> {
  const { connection, session, part } = step;
  const name = safeName(step.filename);
  if (!part || part.size === 0) refuse('onec_empty_file');
  const { files, runs } = session.state;
  if (files[name] === undefined && Object.keys(files).length >= maxFiles) refuse('onec_too_many_files', { count: maxFiles });
  await appendPart(connection.id, session, name, files[name] ?? 0, part);
  const size = (files[name] ?? 0) + part.size;
  // A file that comes again after it was read is another one.
  const { [name]: _, ...otherRuns } = runs;
  const after = changed(session, { files: { ...files, [name]: size }, runs: otherRuns });
  const reply = {
    answer: ['success'],
    note: { code: 'onec_file_part', values: { name, bytes: part.size, total: size } },
    session: after,
  };
  if (session.state.version !== '') return reply;
  const last = part.size < partLimit || (await looksWhole(filePath(connection.id, session, name)));
  return last ? importWhole({ ...step, session: after }, name) : reply;
}

/** Forgets a file that has been read, or that cannot be. */
export async function forgetFile(step: Step, name: string): Promise<void> {
  await removeFile(step.connection.id, step.session, name);
}
