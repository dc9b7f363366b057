/** One file of the built page that the service worker keeps. `revision` changes with its text; null where the name has a hash in it. */
export interface KeptFile {
  /** From the page's own address, such as `index.html`. */
  readonly url: string;
  readonly revision: string | null;
}
