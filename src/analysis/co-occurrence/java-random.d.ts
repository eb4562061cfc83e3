/** `java-random` has no types of its own; these are the parts of it that are used. */
declare module 'java-random' {
  /** The random numbers of `java.util.Random`: the same seed gives the same ones. */
  export default class JavaRandom {
    constructor(seed?: number);
    /** A number from 0 to 1, without 1. */
    nextDouble(): number;
  }
}
