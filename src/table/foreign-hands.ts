/**
 * Keeps the page drawing where other software changed its nodes: translators swap texts, extensions wrap, move and take away (TB110).
 *
 * React takes a node away from the parent it gave it to, and throws where that is no longer so, which would end the whole page. Here such a
 * node is looked for where it went, or what was put in its place is taken instead.
 */

interface Gone {
  /** What stands where it stood; empty where it was only taken away. */
  readonly instead: readonly ChildNode[];
  readonly next: Node | null;
}

/** Begins to bear with what others do below the body. `page` holds the screen: it is put back if it is taken out or emptied. Called once. */
export function bearForeignHands(page: HTMLElement): void {
  const { removeChild, insertBefore } = Node.prototype;
  const gone = new WeakMap<Node, Gone>();
  const takenByUs = new WeakSet<Node>();
  const observer = new MutationObserver(note);
  // A text that was swapped is drawn by nobody, and still told what it ought to say.
  const texts = new MutationObserver((records) => {
    for (const { target } of records) if (target instanceof Text && !target.isConnected) bringBack(target);
  });

  Node.prototype.removeChild = function <T extends Node>(this: Node, child: T): T {
    takenByUs.add(child);
    if (child.parentNode === this) return Reflect.apply(removeChild, this, [child]);
    note(observer.takeRecords());
    const found = standIns(child, this);
    for (const one of found) takeOut(one, this);
    return child;
  };
  Node.prototype.insertBefore = function <T extends Node>(this: Node, node: T, before: Node | null): T {
    if (before === null || before.parentNode === this)
      return Reflect.apply(insertBefore, this, [node, before]);
    note(observer.takeRecords());
    return Reflect.apply(insertBefore, this, [node, placeFor(before, this)]);
  };
  observer.observe(document.body, { childList: true, subtree: true });

  function note(records: readonly MutationRecord[]): void {
    for (const { target, removedNodes, addedNodes, nextSibling } of records) {
      const others = [...removedNodes].filter((one) => !takenByUs.has(one));
      for (const one of others) {
        const instead = [...addedNodes].filter((added) => added instanceof Element || added instanceof Text);
        gone.set(one, { instead, next: nextSibling });
        if (one instanceof Text && instead.length > 0) texts.observe(one, { characterData: true });
      }
      if (target === page && !page.hasChildNodes()) page.append(...others);
    }
    if (!page.isConnected) document.body.prepend(page);
  }

  /** Whatever is drawn for a node below that parent: itself, where it was moved to, or what took its place. */
  function standIns(node: Node, parent: Node): readonly Node[] {
    if (parent.contains(node)) return [node];
    return (gone.get(node)?.instead ?? []).flatMap((one) => standIns(one, parent));
  }

  /** Takes a node out, and what was put round it for it alone. */
  function takeOut(node: Node, parent: Node): void {
    const around = node.parentNode;
    if (around === null) return;
    Reflect.apply(removeChild, around, [node]);
    if (around !== parent && !around.hasChildNodes()) takeOut(around, parent);
  }

  /** The child of that parent before which something comes that was to come before `node`; null at its end. */
  function placeFor(node: Node, parent: Node): Node | null {
    let [at] = standIns(node, parent);
    while (at && at.parentNode !== null && at.parentNode !== parent) at = at.parentNode;
    if (at) return at;
    const next = gone.get(node)?.next ?? null;
    return next === null || next.parentNode === parent ? next : null;
  }

  function bringBack(text: Text): void {
    const [first, ...others] = (gone.get(text)?.instead ?? []).filter((one) => one.isConnected);
    if (!first) return;
    first.replaceWith(text);
    for (const one of others) one.remove();
  }
}
