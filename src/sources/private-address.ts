import ipaddr from 'ipaddr.js';

/**
 * True for every IP address that is not an ordinary one of the public internet: private, loopback, link-local,
 * unique-local, multicast, unspecified, reserved, carrier-grade NAT, and IPv6 forms that wrap such an IPv4 address or
 * tunnel to one. True as well for what is no address at all.
 */
export function isPrivateAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return true;
  return ipaddr.process(address).range() !== 'unicast';
}

/** The address that a URL's host is, without brackets, or null where the host is a name. */
export function addressOf(hostname: string): string | null {
  const bare = hostname.replace(/^\[|\]$/g, '');
  return ipaddr.isValid(bare) ? bare : null;
}
