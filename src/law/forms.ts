/** How the forms that the schema's messages name should look, in an author's words. */
export const LAW_FORMS = {
  id: {
    code: 'LG0106',
    message: 'An id is made of lowercase words and digits, joined by hyphens.',
    repair: 'Write it like `suspicion-spent`.',
  },
  day: { code: 'LG0105', message: 'This is not a date.', repair: 'Write it like `2026-06-30`.' },
  time: { code: 'LG0105', message: 'This is not a time.', repair: 'Write it like `45s`, `5m` or `1m30s`.' },
  signs: {
    code: 'LW0101',
    message: 'An expectation is three signs, for jurisdiction, constitutional limits and crowd safety.',
    repair: 'Write it like `"--0!"`; `!` means grave.',
  },
  cite: {
    code: 'LW0102',
    message: 'A rule is cited with its layer.',
    repair: 'Write it like `practice/stay-in-lane`.',
  },
  due: {
    code: 'LW0103',
    message: 'A duty is due either a set time after it opens or when something is observed.',
    repair: 'Write either `within: 5m` or `until: team-gone`.',
  },
  axes: { code: 'LW0104', message: 'It names no axis.', repair: 'Name at least one axis with its verdict.' },
} as const;
