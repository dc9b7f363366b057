/** What src/cli/page/authors-plugin.ts puts into the page. */
declare module 'virtual:scenarios' {
  export const scenarios: readonly import('./library/library.ts').Listing[];
  export const packs: readonly import('./library/library.ts').ListedPack[];
}
/** What src/cli/page/guide-plugin.ts puts into the page. */
declare module 'virtual:guide' {
  const guide: import('./library/guide.ts').Guide;
  export default guide;
}
declare module 'virtual:law' {
  const law: import('#law/pack.ts').Law;
  export default law;
}
