import { isIP } from 'node:net'
import type { NetworkInterfaceInfo } from 'node:os'

/** What `os.networkInterfaces` returns. */
export type Interfaces = NodeJS.Dict<NetworkInterfaceInfo[]>

/** Networks that machines make for themselves; no phone is on them. */
const VIRTUAL = /^(?:docker|br-|veth|virbr|vmnet|vboxnet|utun|tun|tap|lo|vEthernet|VMware|VirtualBox|tailscale|zt|wg)/i

export interface AddressOptions {
  interfaces: Interfaces
  /** Name of this machine. */
  hostname: string
  /** Where the server listens: `0.0.0.0` for everywhere. */
  host: string
  port: number
  secure: boolean
  /** What the audience is told instead, e.g. where a proxy stands in front. */
  publicUrl?: string
}

/**
 * The addresses under which phones reach the server, the likeliest first, each ending in a slash. Only where this
 * machine is on no network is it the machine's own.
 */
export function audienceUrls({ interfaces, host, port, secure, publicUrl }: AddressOptions): string[] {
  if (publicUrl !== undefined) return [publicUrl]
  const hosts = isAnywhere(host) ? reachable(interfaces) : [host]
  return (hosts.length > 0 ? hosts : ['127.0.0.1']).map(each => urlOf(each, port, secure))
}

/** The names under which requests may ask for this server, in lower case, without port. */
export function serverNames({ interfaces, hostname, host, publicUrl }: AddressOptions): Set<string> {
  const own = Object.values(interfaces)
    .flatMap(list => list ?? [])
    .map(({ address }) => address)
  const names = [
    'localhost',
    '127.0.0.1',
    '::1',
    hostname,
    `${hostname}.local`,
    ...own,
    ...(isAnywhere(host) ? [] : [host]),
    ...(publicUrl === undefined ? [] : [new URL(publicUrl).hostname]),
  ]
  return new Set(names.map(name => bracketed(name.replace(/%.*$/, '').toLowerCase())))
}

/** The address for a browser on this machine. */
export function localUrl({ host, port, secure }: Pick<AddressOptions, 'host' | 'port' | 'secure'>): string {
  return urlOf(isAnywhere(host) ? '127.0.0.1' : host, port, secure)
}

function reachable(interfaces: Interfaces): string[] {
  return Object.entries(interfaces)
    .filter(([name]) => !VIRTUAL.test(name))
    .flatMap(([, list]) => list ?? [])
    .filter(({ family, internal, address }) => family === 'IPv4' && !internal && !address.startsWith('169.254.'))
    .map(({ address }) => address)
    .sort((a, b) => likelihood(b) - likelihood(a))
}

/** Halls and hotspots mostly are 192.168 or 172.16; offices 10. */
function likelihood(address: string): number {
  return ['10.', '172.', '192.168.'].findIndex(prefix => address.startsWith(prefix))
}

function isAnywhere(host: string): boolean {
  return host === '0.0.0.0' || host === '::'
}

function urlOf(host: string, port: number, secure: boolean): string {
  const usual = secure ? 443 : 80
  return `${secure ? 'https' : 'http'}://${bracketed(host)}${port === usual ? '' : `:${port}`}/`
}

function bracketed(name: string): string {
  return isIP(name) === 6 ? `[${name}]` : name
}
