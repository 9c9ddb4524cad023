import { UnreadableFile } from './unreadable-file';
import { attribute, readXml, type XmlHandlers } from './xml-events';
import type { ZipParts } from './zip-parts';

/** Unpacked bytes of a part that tells about the tables. */
const maxPartBytes = 32 << 20;
const maxSheets = 1000;

export interface Workbook {
  /** Those with cells, hidden ones last. */
  sheets: { name: string; path: string }[];
  /** Paths of the parts, where there are such. */
  styles?: string;
  sharedStrings?: string;
  /** Days are counted from 1904, as on an old Macintosh. */
  from1904: boolean;
}

/** What is in a workbook and where. Throws {@link UnreadableFile}. */
export async function readWorkbook(zip: ZipParts): Promise<Workbook> {
  refuseMacros(zip);
  const path = await workbookPath(zip);
  const relations = await relationsOf(zip, path);
  const named: { name: string; id: string; hidden: boolean }[] = [];
  let from1904 = false;
  let root = '';
  await readPart(zip, path, {
    open(name, attributes) {
      root ||= name;
      if (name === 'workbookPr') from1904 = isTrue(attributes.date1904);
      if (name !== 'sheet') return;
      if (named.length === maxSheets) throw new UnreadableFile('zip_bomb');
      const { name: title = '', state = 'visible' } = attributes;
      named.push({ name: title, id: attribute(attributes, 'id') ?? '', hidden: state !== 'visible' });
    },
  });
  // A letter or a presentation is such a package too.
  if (root !== 'workbook') throw new UnreadableFile('not_a_table');
  const sheets = [...named.filter(({ hidden }) => !hidden), ...named.filter(({ hidden }) => hidden)].flatMap(({ name, id }) => {
    const relation = relations.find((each) => each.id === id);
    return relation?.type === 'worksheet' ? [{ name, path: relation.path }] : [];
  });
  const pathOf = (type: string) => relations.find((each) => each.type === type && zip.has(each.path))?.path;
  return { sheets, styles: pathOf('styles'), sharedStrings: pathOf('sharedStrings'), from1904 };
}

/** Reads a part to its end; one that is missing is as good as empty. */
export async function readPart(zip: ZipParts, path: string, handlers: XmlHandlers, maxBytes = maxPartBytes): Promise<void> {
  const bytes = await zip.open(path, maxBytes);
  if (bytes) await readXml(bytes, handlers);
}

export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}

/** A project in Basic, or a sheet of Excel 4 macros, whatever the file is called. */
function refuseMacros(zip: ZipParts): void {
  if (zip.paths().some((path) => path.endsWith('vbaproject.bin') || path.startsWith('xl/macrosheets/'))) throw new UnreadableFile('macros');
}

async function workbookPath(zip: ZipParts): Promise<string> {
  const root = await relationsOf(zip, '');
  const path = root.find(({ type }) => type === 'officeDocument')?.path ?? 'xl/workbook.xml';
  // Excel's binary workbooks have their parts in a format of their own.
  if (!zip.has(path) || path.toLowerCase().endsWith('.bin')) throw new UnreadableFile('not_a_table');
  return path;
}

interface Relation {
  id: string;
  /** The last word of its type: transitional and strict files differ before it. */
  type: string;
  path: string;
}

async function relationsOf(zip: ZipParts, part: string): Promise<Relation[]> {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const relations: Relation[] = [];
  await readPart(zip, `${folder}_rels/${part.slice(slash)}.rels`, {
    open(name, { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode }) {
      if (name !== 'Relationship' || mode === 'External') return;
      relations.push({ id, type: type.slice(type.lastIndexOf('/') + 1), path: resolved(folder, target.replaceAll('\\', '/')) });
    },
  });
  return relations;
}

/** A target against the folder of its part; `/` begins at the root of the package. */
function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}
