/** A link to a heading of the guide, from its chapters or from its text. */
import type { ReactNode } from 'react';
import { guideAddress } from '#table/navigation/address.ts';
import { focusHeading } from '#table/navigation/focus-heading.ts';

/** Followed while the address names that heading already, it leads there again: an address that does not change opens nothing. */
export function GuideLink({ part, children }: { readonly part: string; readonly children: ReactNode }) {
  return (
    <a
      href={guideAddress(part)}
      onClick={({ currentTarget }) => {
        const heading = currentTarget.hash === location.hash ? document.getElementById(part) : null;
        if (heading !== null) focusHeading(heading);
      }}
    >
      {children}
    </a>
  );
}
