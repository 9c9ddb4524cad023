import { BlockList, isIP } from 'node:net';

/** IPv4 that is not the public Internet (IANA special-purpose registry), and addresses in public space that only a cloud's own machines reach. */
const closed4: [net: string, bits: number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['168.63.129.16', 32],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/** Of IPv6 only global unicast is public; of that, not what leads elsewhere (Teredo, 6to4) or nowhere (examples). */
const open6: [net: string, bits: number] = ['2000::', 3];
const closed6: [net: string, bits: number][] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const closed = new BlockList();
for (const [net, bits] of closed4) closed.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of closed6) closed.addSubnet(net, bits, 'ipv6');
const unicast = new BlockList();
unicast.addSubnet(...open6, 'ipv6');

/** Whether an address, as a resolver or a URL gives it, is one of the public Internet. IPv4 in the clothes of IPv6 never is. */
export function isPublic(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !closed.check(address, 'ipv4');
    case 6:
      // A zone (`fe80::1%eth0`) is of a link and thus not public; the list would not read it.
      return !address.includes('%') && unicast.check(address, 'ipv6') && !closed.check(address, 'ipv6');
    default:
      return false;
  }
}

/** Hosts and networks that may be reached though they are not public. */
export interface Allowed {
  has: (host: string, address: string) => boolean;
}

/** A host of a URL without the brackets of IPv6 and the dot at the end. */
export function plainHost(hostname: string): string {
  return hostname
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '');
}

/** Reads `EXCHANGE_ALLOW`: host names, addresses, networks. Throws one sentence for an entry that is a broken network. */
export function allowedPlaces(entries: readonly string[]): Allowed {
  const hosts = new Set<string>();
  const nets = new BlockList();
  for (const entry of entries) {
    const [net = '', bits] = entry.split('/');
    const host = plainHost(net);
    const family = isIP(host);
    if (family === 0 && bits === undefined) hosts.add(host);
    else {
      const length = bits === undefined ? (family === 4 ? 32 : 128) : Number(bits);
      if (family === 0 || !Number.isInteger(length) || length > (family === 4 ? 32 : 128))
        throw new Error(`EXCHANGE_ALLOW: «${entry}» is neither a host nor a network`);
      nets.addSubnet(host, length, family === 4 ? 'ipv4' : 'ipv6');
    }
  }
  const inNets = (address: string) => {
    const family = isIP(address);
    return family !== 0 && !address.includes('%') && nets.check(address, family === 4 ? 'ipv4' : 'ipv6');
  };
  return { has: (host, address) => hosts.has(plainHost(host)) || inNets(address) };
}
