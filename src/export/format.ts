/** A format in which something is written: what stands behind the dot of the file's name, and what HTTP calls it. */
export type Format<Content> = {
  mediaType: string;
  /** The text in pieces, which are made as they are asked for. */
  write: (content: Content) => Iterable<string> | AsyncIterable<string>;
};
