/**
 * XML beside a recording: elements, attributes and text, without namespaces' prefixes. No document type is read, so that no
 * entity can be declared; depth and number of elements are bounded.
 */
import { SaxesParser } from 'saxes';
import type { Field } from './field';
import { DEPTH_LIMIT, FIELDS_LIMIT, FieldList, NoDetails, toStep } from './field';

const CHARS_LIMIT = 4_194_304;

export interface XmlElement {
  /** Without the prefix of its namespace. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  text: string;
}

/** Throws `NoDetails` for what is no well-formed XML, declares a document type, or is too large. */
export function parseXml(text: string): XmlElement {
  if (text.length > CHARS_LIMIT)
    throw new NoDetails('The XML is too large for the details of one recording.');
  const open: XmlElement[] = [];
  const found: { root: XmlElement | null; count: number } = { root: null, count: 0 };
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('error', (error) => {
    throw new NoDetails(`No well-formed XML: ${error.message.slice(0, 120)}.`);
  });
  parser.on('doctype', () => {
    throw new NoDetails('The XML declares a document type, which is not read.');
  });
  parser.on('opentag', (tag) => {
    found.count += 1;
    if (open.length >= DEPTH_LIMIT || found.count > FIELDS_LIMIT)
      throw new NoDetails(
        'The XML has too many elements, or too deep ones, for the details of one recording.',
      );
    const element = toElement(tag.name, tag.attributes);
    open.at(-1)?.children.push(element);
    found.root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  const addText = (part: string): void => {
    const element = open.at(-1);
    if (element) element.text += part;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(text).close();
  if (!found.root) throw new NoDetails('The XML is empty.');
  return found.root;
}

function toElement(name: string, attributes: Readonly<Record<string, string>>): XmlElement {
  const named = Object.entries(attributes)
    .slice(0, 100)
    .map(([key, value]): [string, string] => [toLocalName(key), value]);
  return { name: toLocalName(name), attributes: new Map(named), children: [], text: '' };
}

function toLocalName(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1);
}

/** Every element with text and every attribute is a field. */
export function listXmlFields(root: XmlElement): readonly Field[] {
  const list = new FieldList();
  const visit = (element: XmlElement, path: string, place: string): void => {
    for (const [name, value] of element.attributes) list.add(`${path}/@${toStep(name)}`, place, value);
    const counts = new Map<string, number>();
    for (const child of element.children) {
      const step = toStep(child.name);
      const count = counts.get(step) ?? 0;
      counts.set(step, count + 1);
      const below = `${path}/${step}`;
      const isPlain = child.children.length === 0 && child.attributes.size === 0;
      if (isPlain) list.add(below, place, child.text);
      else {
        const inner = `${place}/${step}[${count}]`;
        if (child.children.length === 0) list.add(below, inner, child.text);
        visit(child, below, inner);
      }
    }
  };
  visit(root, toStep(root.name), toStep(root.name));
  return list.fields;
}
