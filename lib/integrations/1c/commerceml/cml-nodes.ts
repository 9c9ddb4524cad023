import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { CommerceMlError } from './cml-error';
import { cmlText } from './cml-text';
import type { CmlSource } from './document';

const maxDepth = 64;
/** Characters between two tags, and in the tags of one element. */
const maxBetweenTags = 1 << 20;
/** Elements of one document: an order of some thousand lines. */
const maxNodes = 200_000;
/** Characters of all texts of one document. */
const maxTexts = 1 << 24;

/** An element of a document, with everything in it. */
export interface CmlNode {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: CmlNode[];
  /** Its own text, without that of its children, trimmed. */
  text: string;
}

/** What a file turns out to be while it is read. */
export interface CmlRoot {
  attributes: Readonly<Record<string, string>>;
  /** Whether it holds a catalogue or offers. */
  hasCatalogue: boolean;
}

export interface CmlPiece {
  kind: 'document' | 'party';
  node: CmlNode;
  /** Which container of the file it stands in, from 1; 0 outside of any. */
  container: number;
}

/** Elements that documents may stand in. */
const wrappers = ['Контейнер', 'Контейнеры', 'Документы', 'Контрагенты'];
const kinds: Record<string, CmlPiece['kind']> = { Документ: 'document', Контрагент: 'party' };
const catalogues = ['Классификатор', 'Каталог', 'ПакетПредложений', 'ИзмененияПакетаПредложений'];
/** Elements that know no such attribute in the second version of the standard, where everything is an element. */
const firstVersion: Record<string, readonly string[]> = {
  Документ: ['ХозОперация', 'Номер', 'Сумма', 'Валюта'],
  Контрагент: ['Идентификатор', 'Наименование'],
  Каталог: ['Идентификатор'],
  Товар: ['ИдентификаторВКаталоге', 'Идентификатор'],
};

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function localAttributes(attributes: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [localName(name), value]));
}

/** Gathers documents and counterparties of a file as its tags come by. */
class Gatherer {
  readonly done: CmlPiece[] = [];
  root: CmlRoot | undefined;
  private readonly path: string[] = [];
  private readonly open: CmlNode[] = [];
  /** How deep in something that is passed over. */
  private passing = 0;
  private containers = 0;
  private nodes = 0;
  private texts = 0;

  openTag({ name: fullName, attributes: given }: SaxesTagPlain): void {
    const name = localName(fullName);
    const attributes = localAttributes(given);
    if (this.path.length >= maxDepth) throw new CommerceMlError('cml_too_deep');
    this.path.push(name);
    if (!this.root) {
      this.openRoot(name, attributes);
      return;
    }
    if (name === 'ТоварнаяПозиция' || firstVersion[name]?.some((attribute) => attribute in attributes)) {
      throw new CommerceMlError('cml_version1');
    }
    if (this.passing > 0) this.passing++;
    else if (this.open.length > 0 || kinds[name]) this.openNode(name, attributes);
    else if (!wrappers.includes(name)) this.pass(name);
    else if (name === 'Контейнер') this.containers++;
  }

  private openRoot(name: string, attributes: Record<string, string>): void {
    if (name !== 'КоммерческаяИнформация') throw new CommerceMlError('cml_foreign', { root: name.slice(0, 60) });
    if (/^1(\.|$)/.test(attributes.ВерсияСхемы ?? '')) throw new CommerceMlError('cml_version1');
    this.root = { attributes, hasCatalogue: false };
  }

  private pass(name: string): void {
    if (catalogues.includes(name) && this.root) this.root.hasCatalogue = true;
    this.passing = 1;
  }

  private openNode(name: string, attributes: Record<string, string>): void {
    if (++this.nodes > maxNodes) throw new CommerceMlError('cml_too_long');
    const node: CmlNode = { name, attributes, children: [], text: '' };
    this.open.at(-1)?.children.push(node);
    this.open.push(node);
  }

  text(text: string): void {
    const node = this.open.at(-1);
    if (!node) return;
    this.texts += text.length;
    if (this.texts > maxTexts) throw new CommerceMlError('cml_too_long');
    node.text += text;
  }

  closeTag(): void {
    this.path.pop();
    if (this.passing > 0) this.passing--;
    const node = this.open.pop();
    if (!node) return;
    node.text = node.text.trim();
    const kind = kinds[node.name];
    if (this.open.length > 0 || !kind) return;
    const container = this.path.includes('Контейнер') ? this.containers : 0;
    this.done.push({ kind, node, container });
    this.nodes = 0;
    this.texts = 0;
  }
}

/**
 * The documents and the counterparties at the root of an exchange file, one after another; its root comes back in the end. Strict:
 * throws {@link CommerceMlError} for whatever is no whole and well-formed file of the second version. Holds one document at a time.
 */
export async function* cmlPieces(open: CmlSource): AsyncGenerator<CmlPiece & { root: CmlRoot }, CmlRoot> {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const gatherer = new Gatherer();
  let sinceTag = 0;
  let failure: CommerceMlError | undefined;
  // It goes on after an error: nothing that comes later is looked at.
  parser.on('error', (cause) => {
    failure ??= new CommerceMlError('cml_malformed', { line: parser.line }, { cause });
  });
  parser.on('doctype', () => {
    throw new CommerceMlError('cml_doctype');
  });
  parser.on('opentag', (tag) => {
    sinceTag = 0;
    gatherer.openTag(tag);
  });
  parser.on('closetag', () => {
    sinceTag = 0;
    gatherer.closeTag();
  });
  parser.on('text', (text) => gatherer.text(text));
  parser.on('cdata', (text) => gatherer.text(text));
  for await (const text of cmlText(open)) {
    sinceTag += text.length;
    parser.write(text);
    if (failure) throw failure;
    if (sinceTag > maxBetweenTags) throw new CommerceMlError('cml_too_long');
    for (const piece of gatherer.done.splice(0)) if (gatherer.root) yield { ...piece, root: gatherer.root };
  }
  parser.close();
  if (failure || !gatherer.root) throw new CommerceMlError('cml_truncated', { line: parser.line }, { cause: failure });
  return gatherer.root;
}
