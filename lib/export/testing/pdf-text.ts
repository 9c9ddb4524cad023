import { inflateSync } from 'node:zlib';

/** The texts of a PDF as pdfkit writes it, page by page in drawing order, read back through the glyph maps of its embedded fonts. */
export function pdfPages(pdf: Uint8Array): string[][] {
  const objects = objectsOf(Buffer.from(pdf).toString('latin1'));
  const tree = [...objects.values()].find((object) => object.includes('/Type /Pages\n')) ?? '';
  const [, kids = ''] = /\/Kids \[(.*?)\]/s.exec(tree) ?? [];
  return [...kids.matchAll(/(\d+) 0 R/g)].map(([, id = '']) => textsOf(objects, objects.get(id) ?? ''));
}

/** The same of all pages together. */
export function pdfTexts(pdf: Uint8Array): string[] {
  return pdfPages(pdf).flat();
}

function textsOf(objects: Map<string, string>, page: string): string[] {
  const fonts = fontsOf(objects, page);
  const content = streamOf(objects.get(/\/Contents (\d+)/.exec(page)?.[1] ?? '') ?? '');
  return [...content.matchAll(/\/(F\d+) [\d.]+ Tf\n\[(.*)\] TJ/g)].map(([, font = '', shown = '']) => {
    const characters = fonts.get(font) ?? [];
    const glyphs = [...shown.matchAll(/<([\da-f]+)>/g)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? []);
    return glyphs.map((glyph) => characters[Number.parseInt(glyph, 16)] ?? '?').join('');
  });
}

function objectsOf(pdf: string): Map<string, string> {
  return new Map([...pdf.matchAll(/^(\d+) 0 obj\n([\s\S]*?)\nendobj$/gm)].map(([, id = '', body = '']) => [id, body]));
}

/** The character of each glyph, by the name a page gives a font. */
function fontsOf(objects: Map<string, string>, page: string): Map<string, string[]> {
  const resources = objects.get(/\/Resources (\d+)/.exec(page)?.[1] ?? '') ?? '';
  return new Map(
    [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => {
      const map = streamOf(objects.get(/\/ToUnicode (\d+)/.exec(objects.get(id) ?? '')?.[1] ?? '') ?? '');
      const range = [...map.matchAll(/^<[\da-f]+> <[\da-f]+> \[(.*?)\]/gm)].map(([, glyphs]) => glyphs).join(' ');
      return [name, [...range.matchAll(/<([\da-f]*)>/g)].map(([, hex = '']) => Buffer.from(hex, 'hex').swap16().toString('utf16le'))];
    }),
  );
}

function streamOf(object: string): string {
  const [, bytes = ''] = /\nstream\n([\s\S]*)\nendstream$/.exec(object) ?? [];
  return inflateSync(Buffer.from(bytes, 'latin1')).toString('latin1');
}
