/** Leads the reader to a heading: the focus for whoever hears the page, and its top in sight for whoever sees it. */

/** The page's own heading stands under what is above it; any other comes to the top of the window. */
export function focusHeading(heading: HTMLElement): void {
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  if (heading.matches('h1')) scrollTo(0, 0);
  else heading.scrollIntoView({ block: 'start' });
}
