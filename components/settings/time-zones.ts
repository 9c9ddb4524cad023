/** Zones to choose from: Russia's first, then the rest of the world, and whatever is set already. */
const russian = [
  'Europe/Kaliningrad',
  'Europe/Moscow',
  'Europe/Samara',
  'Asia/Yekaterinburg',
  'Asia/Omsk',
  'Asia/Krasnoyarsk',
  'Asia/Irkutsk',
  'Asia/Yakutsk',
  'Asia/Vladivostok',
  'Asia/Magadan',
  'Asia/Kamchatka',
];

export function timeZoneOptions(current: string): { value: string; label: string }[] {
  const all = new Set([...russian, 'UTC', ...Intl.supportedValuesOf('timeZone'), current]);
  return [...all].map((value) => ({ value, label: value.replaceAll('_', ' ') }));
}
