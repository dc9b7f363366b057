/** A small scenario that uses every part of the language, for tests of the reader. */

export const SAMPLE = `# yaml-language-server: $schema=../scenario.schema.json
format: 1
id: sample
title: A van at the curb
asOf: 2026-06-30
startsAt: "17:12:00"
minutes: 5
uses: [common/basics]
brief:
  role: You are on patrol.
  situation: A caller reports {a 207|a kidnapping}.
  note: Nobody is hurt.
objectives:
  - id: identity
    axis: jurisdiction
    seat: patrol
    text: Establish who they are.
    met: "known.patrol.identity in ['confirmed', 'refuted']"
seats:
  patrol: { callsign: 4-Adam-31, role: Patrol officer, agency: local, solo: true }
  dispatch: { callsign: Control, role: Dispatcher, agency: local }
  lead: { role: Team leader, agency: federal }
truth:
  team: { federal: 3, impostors: 1 }
  tag: { given: team, federal: { shown: 65, none: 35 }, impostors: { shown: 50, none: 50 } }
facts:
  use: [identity, lead, paper]
  own:
    listing: { label: Whether the street is listed, values: [unknown, listed, none] }
world:
  supervisor: { values: [none, asked, here] }
  taped: flag
meters:
  crowd: { label: People gathered, start: 2, range: [0, 250] }
places: { car: At your car, oak: By the oak, curb: At the curb, junction: At the junction }
people:
  you: { name: You, seat: patrol, token: { kind: person, side: local, at: car } }
  control: { name: Control, seat: dispatch }
  harlan:
    name: Man in vest
    named: [{ when: "me.lead != 'unnamed'", as: "Man in vest, says W. Harlan" }]
    seat: lead
    token: { kind: person, side: men, at: oak, shown: false }
things:
  van: { label: Gray van, kind: vehicle, side: men, at: curb }
story:
  contact:
    start: rolling
    states:
      rolling:
        enter:
          - radio: { from: control, text: "4-Adam-31, {a 207|a kidnapping} in progress.", sound: call-207, id: the-call }
          - observe: call-in-progress
        after:
          1m: [{ go: arrived }]
        decide:
          - id: approach
            seat: patrol
            ask: How do you approach?
            within: 45s
            silence: [{ go: arrived }]
            options:
              - { id: marked, ref: F04a, say: Stop back with lights on., acts: [{ approach: { marked: true, cover: true } }], takes: 40s, then: [{ go: arrived }] }
              - { id: dark, say: Roll up with lights off., acts: [{ approach: { marked: false } }], takes: 30s, then: [{ go: arrived }, { set: { taped: true } }] }
      arrived:
        enter:
          - arrives: patrol
          - place: { you: oak }
          - reveal: harlan
          - say: { from: harlan, text: Federal officers. }
          - tell: { to: patrol, learn: { identity: claimed }, from: harlan, basis: heard }
          - observe: { force-seen: { by: federal, level: pointed } }
            to: [patrol]
        leave: [{ sound: siren }]
        on: [{ when: "known.patrol.identity == 'confirmed' || world.crowd >= 40", do: [{ add: { crowd: -1 } }], go: done }]
        expects: { patrol: { identity: [claimed, credential-shown] } }
      done:
        enter: [{ end: true }]
  operation:
    start: loading
    states:
      loading: { after: { 4m: [{ go: leaving }] } }
      leaving:
        enter:
          - move: { van: junction }
            over: 20s
          - when: "truth.team == 'federal'"
            do: [{ screen: { from: control, text: They left. } }]
            else: [{ phone: { from: control, text: They fled. } }]
          - after: { 30s: [{ end: apart }] }
actions:
  request-supervisor:
    takes: 12s
  ask-dispatch:
    seat: [patrol]
    group: verify
    say: Ask dispatch to call back.
    when: "me.identity == 'claimed' && me.at == 'oak' && done['ask-dispatch'] < 2"
    acts: [{ verify-identity: { by: independent-callback, for: public-safety } }]
    takes: 20s
    then:
      - after: { 1m: [{ tell: { to: patrol, learn: { identity: { truth.team: { federal: confirmed, impostors: refuted } } }, from: control, basis: confirmed } }] }
automations:
  dispatch:
    - { id: hurry, when: "here.patrol && done['ask-dispatch'] == 0", after: 30s, do: [{ set: { supervisor: asked } }, { report: { from: dispatch, to: patrol, facts: [paper] } }], acts: [{ notify: { whom: command } }], repeat: once }
endings:
  - { id: known, title: Settled, text: You know who they are., when: "known.patrol.identity == 'confirmed'" }
  - { id: apart, title: They are gone, text: Nobody knows who they were. }
`;

export const BASICS = `format: 1
actions:
  request-supervisor:
    seat: [patrol]
    group: radio
    say: Ask for a supervisor.
    when: "done['request-supervisor'] == 0"
    acts: [{ request-supervisor: {} }]
    takes: 10s
    then: [{ radio: { from: control, text: "4-Adam-31, roger." } }]
`;

/** The sample as files; any of them replaced or added by `over`. */
export function sampleFiles(over: Readonly<Record<string, string>> = {}): ReadonlyMap<string, string> {
  return new Map(Object.entries({ 'sample/scenario.yaml': SAMPLE, 'common/basics.yaml': BASICS, ...over }));
}
