/** An e-mail as it is stored and compared: lower case in every script. */
export function emailKeyOf(email: string): string {
  return email.normalize('NFC').toLowerCase();
}
