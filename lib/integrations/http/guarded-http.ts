import { type LookupAddress, lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, buildConnector, request as send } from 'undici';
import { type Allowed, isPublic, plainHost } from './addresses';
import { readAnswer } from './answer-body';
import { type PeerAnswer, PeerError, type PeerRequest } from './peer-http';
import { problemOf } from './problem-of';

/** Sends requests to public addresses, and to private ones that are allowed by name. */
export interface GuardedHttp {
  send(request: PeerRequest, signal: AbortSignal): Promise<PeerAnswer>;
  close(): Promise<void>;
}

/** All addresses of a name. */
export type Resolve = (host: string) => Promise<LookupAddress[]>;

/** Ports of public hosts that web services are found at; whoever is allowed by name may listen anywhere. */
const publicPorts = new Set(['80', '443', '4443', '8080', '8443', '9443']);

/** ms for a whole request. */
const timeoutMs = 15_000;

/** How a request would leave. */
interface Target {
  protocol: string;
  host: string;
  port: string;
}

/** The address leads where nobody has allowed it to. */
class ForbiddenAddress extends PeerError {
  constructor(host: string) {
    super({ code: 'forbidden_address', values: { host } });
  }
}

function systemResolve(host: string): Promise<LookupAddress[]> {
  return new Promise((done, fail) => systemLookup(host, { all: true }, (error, found) => (error ? fail(error) : done(found))));
}

/** Whether a connection to an address may be made. The only rule there is: names, literal addresses and look-ups all come here. */
function permits(allowed: Allowed, { protocol, host, port }: Target, address: string): boolean {
  if (allowed.has(host, address)) return true;
  return protocol === 'https:' && publicPorts.has(port) && isPublic(address);
}

/**
 * Resolves once and hands on what was checked: the connection goes to exactly that address, whatever the name means a moment
 * later. A name with one forbidden address among others is refused as a whole.
 */
function guardedLookup(allowed: Allowed, target: Target, resolve: Resolve): LookupFunction {
  return (host, options, done) => {
    resolve(host).then(
      (found) => {
        const [first] = found;
        if (!first || found.some(({ address }) => !permits(allowed, target, address))) done(new ForbiddenAddress(host), '', 4);
        else if (options.all) done(null, found);
        else done(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => done(error, '', 4),
    );
  };
}

function targetOf(url: URL): Target {
  return { protocol: url.protocol, host: plainHost(url.hostname), port: url.port || (url.protocol === 'https:' ? '443' : '80') };
}

/** The parsed address of a request. Throws `PeerError` for what is never sent, before anything is looked up. */
function checkedUrl(text: string, allowed: Allowed): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:') || url.username || url.password)
    throw new PeerError({ code: 'forbidden_address', values: { host: url?.hostname ?? '' } });
  const target = targetOf(url);
  // A literal address is never looked up.
  if (isIP(target.host) && !permits(allowed, target, target.host)) throw new ForbiddenAddress(target.host);
  return url;
}

export interface GuardedOptions {
  allowed: Allowed;
  /** Another look-up of names (tests). */
  resolve?: Resolve;
}

/**
 * The network as providers have it: https to public addresses, http and private ones only where allowed; no credentials in
 * addresses, no cookies, redirects are answers, packed answers are counted unpacked.
 */
export function createGuardedHttp({ allowed, resolve = systemResolve }: GuardedOptions): GuardedHttp {
  const agent = new Agent({
    connect: (options, done) => {
      const target = {
        protocol: options.protocol,
        host: plainHost(options.hostname),
        port: options.port || (options.protocol === 'https:' ? '443' : '80'),
      };
      buildConnector({ lookup: guardedLookup(allowed, target, resolve), timeout: timeoutMs })(options, done);
    },
    keepAliveTimeout: 4000,
    maxHeaderSize: 16 * 1024,
  });
  return {
    async send({ method, url, headers, body, timeoutMs: ms = timeoutMs, answerBytes }, signal) {
      const address = checkedUrl(url, allowed);
      const timer = AbortSignal.timeout(ms);
      try {
        const answer = await send(address, {
          dispatcher: agent,
          method,
          headers: { 'user-agent': 'order-client-accounting', 'accept-encoding': 'gzip, br', ...headers },
          body: body ?? null,
          signal: AbortSignal.any([timer, signal]),
        });
        return await readAnswer(answer, answerBytes);
      } catch (error) {
        throw error instanceof PeerError ? error : new PeerError(problemOf(error, timer.aborted));
      }
    },
    close: () => agent.destroy(),
  };
}
