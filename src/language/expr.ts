/** A compiled condition: plain JSON over integers, as playbooks hold it. */

/** A condition over integers; truth is 1, falsehood 0. */
export type Expr =
  | { readonly op: 'const'; readonly value: number }
  | { readonly op: 'slot'; readonly slot: number }
  /** The state a region is in, as an index into `states`. */
  | { readonly op: 'state'; readonly region: number }
  | { readonly op: 'not'; readonly of: Expr }
  | {
      readonly op: 'and' | 'or' | 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge' | 'add' | 'sub';
      readonly left: Expr;
      readonly right: Expr;
    }
  | { readonly op: 'in'; readonly of: Expr; readonly values: readonly number[] };
