import { parseXml, XmlElement, XmlError } from '@rgrove/parse-xml';
import { messageOf, PapergraphError } from '../errors.ts';
import type { PaperRecordInput } from '../model/paper.ts';
import { cleanLine } from '../model/words.ts';
import type { Found } from './reading.ts';

/**
 * The root element of an XML document, which must have the given name. Entities that a document defines for itself are
 * never expanded. Throws `BAD_SOURCE` where the text is not well-formed or has another root.
 */
export function xmlRoot(text: string, name: string): XmlElement {
  const { root } = parse(text, name);
  if (root !== null && localName(root) === name) return root;
  throw new PapergraphError('BAD_SOURCE', `expected XML with <${name}>, but got <${root?.name ?? ''}>`);
}

/** Whether a text begins as XML with a root of the given name, comments and processing instructions before it ignored. */
export function beginsWithRoot(head: string, name: string): boolean {
  const prolog = /^\uFEFF?(?:\s+|<\?[^>]*\?>|<!--(?:(?!-->)[\s\S])*-->)*/.exec(head)?.[0] ?? '';
  return new RegExp(`^<(?:[\\w-]+:)?${name}[\\s>]`).test(head.slice(prolog.length));
}

/** The child elements with a name, whatever their namespace's prefix. */
export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement => child instanceof XmlElement && localName(child) === name,
  );
}

/** The text of the first child element with a name, on one line; empty where there is none. */
export function textOf(element: XmlElement, name: string): string {
  return cleanLine(childrenOf(element, name)[0]?.text ?? '');
}

/**
 * What is found in the elements of a document, in its order. An `Error` that `readElement` throws makes a reject with
 * the element's line and its XML.
 */
export function readElements(
  text: string,
  elements: readonly XmlElement[],
  readElement: (element: XmlElement) => PaperRecordInput[],
): Found[] {
  let position = 1;
  let counted = 0;
  return elements.flatMap((element): Found[] => {
    position += text.slice(counted, element.start).split('\n').length - 1;
    counted = element.start;
    const at = position;
    try {
      return readElement(element).map((record) => ({ position: at, record }));
    } catch (error) {
      return [{ position: at, reason: messageOf(error), raw: text.slice(element.start, element.end) }];
    }
  });
}

function parse(text: string, name: string): { root: XmlElement | null } {
  try {
    return parseXml(text, { includeOffsets: true });
  } catch (error) {
    // The parser descends with the elements, so that only the stack bounds how deep they nest.
    const why = error instanceof XmlError ? messageOf(error).split('\n')[0] : 'elements are nested too deep';
    throw new PapergraphError('BAD_SOURCE', `expected well-formed XML with <${name}>, but got: ${why}`, {
      cause: error,
    });
  }
}

function localName({ name }: XmlElement): string {
  return name.slice(name.indexOf(':') + 1);
}
