import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The first real listing, which is other people's text and so is read where it lies. */
export const SEED_LISTING = fileURLToPath(
  new URL('../../../shared/data/hf-listing/000_161c749cafdd0b8c.txt', import.meta.url),
);

/** Why the tests on it are skipped, or null. */
export const seedSkipped = existsSync(SEED_LISTING) ? null : 'the seed listing in ../shared is not there';
