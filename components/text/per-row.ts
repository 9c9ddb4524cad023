const gap = '\u0000';

/** A message with one gap, formatted once for a whole list: to format it anew costs more than the rest of its cell. */
export function withGap(message: (gap: string) => string): (value: string | number) => string {
  const [before = '', after = ''] = message(gap).split(gap);
  return (value) => `${before}${value}${after}`;
}

/** What depends on a number or a word, made once for each. */
export function oncePer<Given extends string | number, Made>(make: (given: Given) => Made): (given: Given) => Made {
  const known = new Map<Given, Made>();
  return (given) => {
    const made = known.get(given) ?? make(given);
    known.set(given, made);
    return made;
  };
}
