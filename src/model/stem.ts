import { stemmer } from 'stemmer';
import { remembered } from '../collections.ts';

const MOST_REMEMBERED = 200_000;

/** The stem of a word in lower case, one for all its forms: `models` and `model` have `model` (Porter 1980). */
export const stemOf = remembered(stemmer, MOST_REMEMBERED);
