import XMLWriter from 'xml-writer';

/** Writes an XML document piece by piece. What XML can't hold of a text, such as control characters, is left out. */
export type XmlElements = {
  open: (name: string, attributes?: Attributes) => XmlElements;
  /** An element that has a text or nothing in it. */
  add: (name: string, attributes: Attributes, text?: string) => XmlElements;
  close: () => XmlElements;
  /** What has been written since it was last taken. */
  take: () => string;
};
type Attributes = Readonly<Record<string, string | number>>;

const NO_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** Begins an XML document in UTF-8. */
export function xmlElements(): XmlElements {
  let written = '';
  const writer = new XMLWriter(false, (piece) => (written += piece));
  writer.startDocument('1.0', 'UTF-8');
  const open = (name: string, attributes: Attributes = {}) => {
    writer.startElement(name);
    for (const [attribute, value] of Object.entries(attributes)) {
      writer.writeAttribute(attribute, xmlText(value));
    }
    return elements;
  };
  const close = () => {
    writer.endElement();
    return elements;
  };
  const elements: XmlElements = {
    open,
    close,
    add(name, attributes, text) {
      open(name, attributes);
      if (text !== undefined) writer.text(xmlText(text));
      return close();
    },
    take() {
      const piece = written;
      written = '';
      return piece;
    },
  };
  return elements;
}

function xmlText(value: string | number): string {
  return typeof value === 'number' ? String(value) : value.replace(NO_XML, '');
}
