export const themes = ['light', 'dark', 'auto'] as const;
export type Theme = (typeof themes)[number];

/** A theme by its cookie; `auto` follows the system. */
export function themeOf(text: string | undefined): Theme {
  return themes.find((theme) => theme === text) ?? 'auto';
}
