import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

/** A request of 1C and what comes back, whatever carries them. */
export interface Sent {
  method: 'GET' | 'POST';
  /** Address and query. */
  url: string;
  headers: Record<string, string>;
  body?: Uint8Array;
}

export interface Came {
  status: number;
  /** Lower-case names. */
  headers: Readonly<Record<string, string | undefined>>;
  bytes: Uint8Array;
}

export type Send = (sent: Sent) => Promise<Came>;

/** Sends over the network. */
export const overHttp: Send = async ({ method, url, headers, body }) => {
  const answer = await fetch(url, { method, headers, body: body && new Uint8Array(body) });
  return { status: answer.status, headers: Object.fromEntries(answer.headers), bytes: new Uint8Array(await answer.arrayBuffer()) };
};

export interface OneCSetup {
  send: Send;
  /** As it is typed into 1C. */
  address: string;
  login: string;
  password: string;
  type?: string;
  /** The version of CommerceML; the old flow without one. */
  version?: string;
}

/** What the site answered instead of `success`. */
export class OneCFailure extends Error {}

/** The charset that an answer says it is in, which its XML has to say too. */
function textOf({ status, headers, bytes }: Came): string {
  const charset = /charset=([\w-]+)/.exec(headers['content-type'] ?? '')?.[1];
  if (status !== 200 || !charset) throw new Error(`HTTP ${status}, ${headers['content-type']}`);
  if (Number(headers['content-length']) !== bytes.byteLength) throw new Error(`Content-Length ${headers['content-length']}`);
  const text = new TextDecoder(charset, { fatal: true }).decode(bytes);
  const declared = /^<\?xml[^>]*encoding="([^"]+)"/.exec(text)?.[1];
  if (declared && declared.toLowerCase() !== charset) throw new Error(`${declared} is not ${charset}`);
  return text;
}

function isXml({ headers }: Came): boolean {
  return headers['content-type']?.startsWith('application/xml') ?? false;
}

/** Plays 1C, step by step and literally: what a module of 1C sends, in its order. */
export class OneCClient {
  private cookie = '';
  private sessid = '';
  /** Bytes of a part, as the site has asked. */
  fileLimit = 0;
  zip = false;

  constructor(private readonly setup: OneCSetup) {}

  private async send(mode: string, query: Record<string, string> = {}, body?: Uint8Array): Promise<Came> {
    const { address, send, type = 'sale' } = this.setup;
    const search = new URLSearchParams({ type, mode, ...(this.sessid && { sessid: this.sessid }), ...query });
    return send({
      method: body ? 'POST' : 'GET',
      url: `${address}?${search}`,
      headers: {
        ...(this.cookie && { cookie: this.cookie }),
        ...(body && { 'content-type': 'application/octet-stream' }),
        'user-agent': '1C+Enterprise/8.3',
      },
      body,
    });
  }

  /** A step that is answered in lines; `failure` is thrown. */
  async step(mode: string, query: Record<string, string> = {}, body?: Uint8Array): Promise<string[]> {
    const lines = textOf(await this.send(mode, query, body)).split('\n');
    if (lines[0] === 'failure') throw new OneCFailure(lines.slice(1).join('\n'));
    return lines;
  }

  private async document(mode: string): Promise<string> {
    const came = await this.send(mode);
    const text = textOf(came);
    if (!isXml(came)) throw new OneCFailure(text.replace(/^failure\n/, ''));
    return text;
  }

  async checkauth(): Promise<void> {
    const { address, send, login, password, type = 'sale' } = this.setup;
    const authorization = `Basic ${Buffer.from(`${login}:${password}`).toString('base64')}`;
    const came = await send({ method: 'GET', url: `${address}?type=${type}&mode=checkauth`, headers: { authorization } });
    const [word, name, value, proof = ''] = textOf(came).split('\n');
    if (word !== 'success') throw new OneCFailure(name ?? '');
    this.cookie = `${name}=${value}`;
    this.sessid = this.setup.version ? proof.replace(/^sessid=/, '') : '';
  }

  async init(): Promise<string[]> {
    const { version } = this.setup;
    const lines = await this.step('init', version ? { version } : {});
    this.zip = lines.includes('zip=yes');
    this.fileLimit = Number(lines.find((line) => line.startsWith('file_limit='))?.slice('file_limit='.length));
    return lines;
  }

  /** The document of orders. */
  query(): Promise<string> {
    return this.document('query');
  }

  info(): Promise<string> {
    return this.document('info');
  }

  success(): Promise<string[]> {
    return this.step('success');
  }

  /** Sends a file in parts; what the site answered to the last of them. */
  async file(filename: string, bytes: Uint8Array, part = this.fileLimit): Promise<string[]> {
    let lines: string[] = [];
    for (let at = 0; at < Math.max(bytes.byteLength, 1); at += part) {
      lines = await this.step('file', { filename }, bytes.subarray(at, at + part));
    }
    return lines;
  }

  /** Asks for an import until it is over; what the site answered last, and how often it said that it goes on. */
  async import(filename: string): Promise<{ lines: string[]; calls: number }> {
    for (let calls = 1; ; calls++) {
      const lines = await this.step('import', { filename });
      if (lines[0] !== 'progress') return { lines, calls };
    }
  }

  /** Both ways, as a scheduled exchange goes: orders out, then a file of changes in. */
  async exchange(changes?: { filename: string; xml: Uint8Array }): Promise<{ orders: string; lines: string[] }> {
    await this.checkauth();
    await this.init();
    const orders = await this.query();
    await this.success();
    if (!changes) return { orders, lines: [] };
    const packed = this.zip ? await zipOf({ [changes.filename]: changes.xml }) : changes.xml;
    const name = this.zip ? changes.filename.replace(/\.xml$/, '.zip') : changes.filename;
    const lines = await this.file(name, packed);
    return { orders, lines: this.setup.version ? (await this.import(name)).lines : lines };
  }
}

/** A zip of these files. */
export async function zipOf(files: Record<string, Uint8Array>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, bytes] of Object.entries(files)) zip.addBuffer(Buffer.from(bytes), name);
  zip.end();
  return buffer(zip.outputStream);
}

/** The numbers of the orders in a document. */
export function numbersIn(xml: string): string[] {
  return [...xml.matchAll(/<Документ>.*?<Номер>([^<]*)<\/Номер>/gs)].map((match) => match[1] ?? '');
}
