import { readContent, receiveContent } from './content-store';
import { filesFolder } from './folder';
import { pictureType } from './picture';

export interface Logo {
  bytes: Uint8Array<ArrayBuffer>;
  /** Media type. */
  type: 'image/png' | 'image/jpeg';
}

/** Keeps a picture among the stored contents; its sha256. */
export async function keepLogo(bytes: Uint8Array): Promise<string> {
  async function* once() {
    yield bytes;
  }
  const content = await receiveContent(filesFolder(), once(), { limit: bytes.byteLength, headBytes: 0 });
  await content.keep();
  return content.sha256;
}

/** The organisation's logo by the sha256 in the settings; a missing or unknown picture is no logo. */
export async function readLogo(sha256: string): Promise<Logo | undefined> {
  const bytes = sha256 === '' ? undefined : await readContent(filesFolder(), sha256);
  const type = bytes && pictureType(bytes);
  return bytes && type && { bytes, type };
}
