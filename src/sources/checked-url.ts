import { InputError } from '../errors.ts';
import { privateAddress } from './guarded-lookup.ts';
import { addressOf, isPrivateAddress } from './private-address.ts';

interface Check {
  readonly place: string;
  readonly allowPrivate: boolean;
  /** What a redirect is relative to. */
  readonly base?: string;
}

/**
 * The URL, if it may be fetched: http or https, without credentials, and no private address. Names are checked when
 * they are resolved, by guarded-lookup.ts.
 * @throws InputError SOURCE_UNSUPPORTED, SOURCE_CREDENTIALS, SOURCE_PRIVATE_ADDRESS
 */
export function checkedUrl(address: string, { place, allowPrivate, base }: Check): URL {
  if (!URL.canParse(address, base)) {
    throw new InputError('SOURCE_UNSUPPORTED', 'it is not a URL', { place, hint: 'check the address' });
  }
  const url = new URL(address, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    const hint = 'give an http or https address';
    throw new InputError('SOURCE_UNSUPPORTED', `${url.protocol} addresses cannot be read`, { place, hint });
  }
  if (url.username !== '' || url.password !== '') {
    const hint = 'leave user name and password out of the address; save a page that needs them as a file';
    throw new InputError('SOURCE_CREDENTIALS', 'the address holds a user name or password', { place, hint });
  }
  const literal = addressOf(url.hostname);
  if (!allowPrivate && literal !== null && isPrivateAddress(literal)) throw privateAddress(literal, literal, place);
  url.hash = '';
  return url;
}
