const ARCHIVE = 'an archive: unpack it first';
const PACKED = 'packed data other than gzip: unpack them first';
const UTF_16 = 'text in UTF-16 without a byte order mark';

/** How files begin that are often mistaken for text, as Latin-1, and what they are. */
const BEGINNINGS: readonly [string, string][] = [
  ['PK\x03\x04', 'a ZIP archive (or a document that is one, such as .docx): unpack it first'],
  ['PK\x05\x06', 'an empty ZIP archive'],
  ['7z\xbc\xaf\x27\x1c', ARCHIVE],
  ['Rar!\x1a\x07', ARCHIVE],
  ['\x1f\x8b', 'gzip data inside gzip data: unpack it first'],
  ['BZh91AY&SY', PACKED],
  ['\xfd7zXZ\0', PACKED],
  ['\x28\xb5\x2f\xfd', PACKED],
  ['%PDF-', 'a PDF'],
  ['\x89PNG', 'an image'],
  ['\xff\xd8\xff', 'an image'],
  ['GIF8', 'an image'],
  ['II*\0', 'an image'],
  ['MM\0*', 'an image'],
  ['PAR1', 'a Parquet file'],
  ['SQLite format 3\0', 'a SQLite database'],
  ['\x7fELF', 'a program'],
  ['\xff\xfe\0\0', 'text in UTF-32'],
  ['\0\0\xfe\xff', 'text in UTF-32'],
];

/** How many bytes `binaryKind` needs to see. */
export const BYTES_TO_TELL = 512;

/** What bytes that are not text look like, such as `a PDF`, told from the first of them; null where they may be text. */
export function binaryKind(head: Uint8Array): string | null {
  const text = Buffer.from(head.subarray(0, BYTES_TO_TELL)).toString('latin1');
  const known = BEGINNINGS.find(([beginning]) => text.startsWith(beginning))?.[1];
  if (known !== undefined) return known;
  if (text.startsWith('ustar', 257)) return ARCHIVE;
  if (text.startsWith('RIFF') && text.startsWith('WEBP', 8)) return 'an image';
  return isUtf16(head) ? UTF_16 : null;
}

/** In UTF-16 every other byte of the first letters is 0. */
function isUtf16([first, second, third, fourth]: Uint8Array): boolean {
  if (first === 0) return second !== 0 && third === 0 && fourth !== 0;
  return second === 0 && third !== 0 && fourth === 0;
}
