declare module 'xml-writer' {
  /** Tells the pieces of an XML document to a callback as they are written. */
  export default class XMLWriter {
    constructor(indent: boolean, write: (piece: string) => void);
    startDocument(version: string, encoding: string): this;
    startElement(name: string): this;
    writeAttribute(name: string, value: string): this;
    text(content: string): this;
    endElement(): this;
  }
}
