import { stopFileRuns } from '@/db/queries/file-runs';
import { uploadLimit } from '@/lib/files/uploads';
import { versionFor } from '../settings';
import { importWhole } from './import-file';
import { changed, type Session, sessidOf, tokenOf } from './session';
import { looksWhole } from './sources';
import { type Reply, refuse, type Step, type Visit } from './visit';
import { appendPart, emptyFolder, filePath, type Part, receivePart, safeName } from './work-folder';

/** Bytes of a part that 1C is asked to keep to. */
const partLimit = 2 * 1024 * 1024;
/** Files of one session at most. */
const maxFiles = 1000;

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

/** Bytes of a file that stand for certain. One that was read is over: when its name comes again, it is another file. */
function standing({ state }: Session, name: string): number {
  return state.runs[name] === undefined ? (state.files[name] ?? 0) : 0;
}

/** Takes the bytes of a part in. Throws when there are none, or more than all unread files of a session may have. */
export async function receive({ connection, filename, body }: Visit, session: Session): Promise<Part> {
  const name = safeName(filename);
  const { files } = session.state;
  if (files[name] === undefined && Object.keys(files).length >= maxFiles) refuse('onec_too_many_files', { count: maxFiles });
  const taken = Object.keys(files).reduce((sum, file) => sum + standing(session, file), 0);
  return receivePart(connection.id, session, body, Math.max(uploadLimit() - taken, 0));
}

/** `file`: one more part of a file. In the old flow, which has no `import`, the last part is also the call to read it. */
export async function takePart(step: Step): Promise<Reply> {
  const { connection, session, part } = step;
  const name = safeName(step.filename);
  if (!part || part.size === 0) refuse('onec_empty_file');
  const { files, runs } = session.state;
  const before = standing(session, name);
  await appendPart(connection.id, session, name, before, part);
  const size = before + part.size;
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
