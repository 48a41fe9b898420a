import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { InputError } from '../errors.ts';
import { isPrivateAddress } from './private-address.ts';

/**
 * Resolves a name for a connection and fails if any of its addresses is private. The connection is made to the very
 * addresses checked here, so a name cannot answer differently afterwards (DNS rebinding).
 */
export const guardedLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, '', 0);
    const refused = addresses.find(({ address }) => isPrivateAddress(address));
    if (refused) return callback(privateAddress(hostname, refused.address), '', 0);
    const [first] = addresses;
    if (options.all || !first) return callback(null, addresses);
    return callback(null, first.address, first.family);
  });
};

/** The error for a URL that leads into a private network. Its place is the host unless another is given. */
export function privateAddress(host: string, address: string, place = host): InputError {
  const leads = host === address ? `${host} is` : `${host} leads to ${address},`;
  return new InputError('SOURCE_PRIVATE_ADDRESS', `${leads} a private or local address`, {
    place,
    hint: 'pass --allow-private if this one is meant',
  });
}
