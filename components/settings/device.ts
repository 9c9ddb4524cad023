/** What a session was opened from, as far as its user agent says. */
export interface Device {
  /** A browser or a program; undefined when nothing is known. */
  program: string | undefined;
  system: string | undefined;
}

/** The first that fits counts: most browsers also name those they descend from. */
const programs: [sign: RegExp, name: string][] = [
  [/YaBrowser\//, 'Яндекс Браузер'],
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\/|Chromium\//, 'Chrome'],
  [/Version\/.*Safari\//, 'Safari'],
];

const systems: [sign: RegExp, name: string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux|X11/, 'Linux'],
];

function named(all: typeof programs, userAgent: string): string | undefined {
  return all.find(([sign]) => sign.test(userAgent))?.[1];
}

/** Browser and system of a user agent; of a program its own first word: `curl 8.5.0`. */
export function deviceOf(userAgent: string): Device {
  const [, product, version] = /^([\w.-]{2,40})\/([\d.]{1,20})/.exec(userAgent) ?? [];
  const own = product && product !== 'Mozilla' ? `${product} ${version}` : undefined;
  return { program: named(programs, userAgent) ?? own, system: named(systems, userAgent) };
}
