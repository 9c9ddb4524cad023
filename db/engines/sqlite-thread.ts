import { Worker } from 'node:worker_threads';

interface Question {
  path: string;
  statement: string;
}

/** What a question was answered: rows, or the engine's refusal. */
export interface Answer {
  rows: Record<string, unknown>[];
  refusal: string | null;
}

/** Plain JavaScript, since a bundle has no file of its own for a thread. Every question is rolled back. */
const script = `
const { parentPort, workerData } = require('node:worker_threads');
const Database = require('better-sqlite3');
const answers = workerData.map(({ path, statement }) => {
  const connection = new Database(path);
  try {
    connection.pragma('busy_timeout = 5000');
    connection.exec('BEGIN');
    const prepared = connection.prepare(statement);
    return { rows: prepared.reader ? prepared.all() : (prepared.run(), []), refusal: null };
  } catch (error) {
    return { rows: [], refusal: String(error.message) };
  } finally {
    connection.close();
  }
});
parentPort.postMessage(answers);
`;

/** Asks an SQLite file long questions, one after another, in a thread of their own. */
export function askInThread(questions: readonly Question[]): Promise<Answer[]> {
  return new Promise((done, fail) => {
    const worker = new Worker(script, { eval: true, workerData: questions });
    worker.once('message', done);
    worker.once('error', fail);
    worker.once('exit', (code) => fail(new Error(`the checking thread ended with ${code}`)));
  });
}
