/** The way to an address on a map: the phone's own map application takes such a link over. https://yandex.com/dev/yandex-apps-launch-maps/ */
export function routeTo(address: string): string {
  return `https://yandex.ru/maps/?rtext=~${encodeURIComponent(address)}`;
}
