/** `+79215551022` as `+7 921 555-10-22`; other countries' numbers stay as they are. */
export function showPhone(number: string): string {
  return number.replace(/^\+7(\d{3})(\d{3})(\d{2})(\d{2})$/, '+7\u00a0$1\u00a0$2-$3-$4');
}
