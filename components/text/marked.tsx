/** A text with the part that was looked for marked. */
export function Marked({ text, search }: { text: string; search: string }) {
  const needle = search.trim().toLocaleLowerCase('ru');
  const at = needle ? text.toLocaleLowerCase('ru').indexOf(needle) : -1;
  if (at < 0) return text;
  return (
    <>
      {text.slice(0, at)}
      <mark>{text.slice(at, at + needle.length)}</mark>
      {text.slice(at + needle.length)}
    </>
  );
}
