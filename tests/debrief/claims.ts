/**
 * What a sentence says of who the armed men were, as far as words tell: for holding the sentences of a debrief against what was so.
 *
 * Strict on purpose: a sentence that names federal officers or their work says that there were some, unless it says in the same breath
 * that this was open, claimed, asked or wrong. General remarks on law count too: beside a finding they read as if it was the case.
 */

/** Of the two things that a sentence can say, those it does say. */
export interface Claims {
  readonly federal: boolean;
  readonly impostors: boolean;
}

const FEDERAL: Readonly<Record<string, RegExp>> = {
  en: /\b(federal (officers?|agents?|team|operations?|side|supervisor|work|custody|duty|arrests?|desk|men)|immigration (arrests?|operations?|enforcement|tasks?|officers?)|ICE|agents?)\b/i,
  es: /\b(agentes? federal(es)?|los federales|equipo federal|operativos? (federal(es)?|migratorios?)|operaci(ón|ones) (federal(es)?|de inmigración)|arrestos? (federal(es)?|civil(es)? de inmigración|de inmigración)|control migratorio|tareas? de inmigración|agentes? de inmigración|lado federal|supervisor(a)? federal|custodia federal|trabajo federal|labor federal|ICE)\b/i,
};
const IMPOSTORS: Readonly<Record<string, RegExp>> = {
  en: /\b(impostors?|robbers?|false officers?|fakes?|no officers|not (federal|officers))\b/i,
  es: /\b(impostor(es)?|ladrones|falsos agentes|no eran (agentes|federales))\b/i,
};
/** Words that leave it open, or give it as somebody's word or mistake. */
const OPEN: Readonly<Record<string, RegExp>> = {
  en: /\b(might|may be|may have been|could be|can|whether|if|possibl[ey]|nobody (had )?(\w+ )?(confirmed|checked|verified|shown)|had they been|were they|took (them|him|it|this) for|said|says|say|claim(s|ed)?|was told|were told|told to you as|called|pose[ds]?|posing|neither|had been told|take (him|them|this|it) for)\b/i,
  es: /\b(podían?|puede[n]?|pudieran|pudieron|podrían?|si|posibles?|nadie (había )?(\w+ )?(confirm|verific|mostr|comprob)\w*|de haber(lo)? sido|hubieran|tomó por|los tomó|lo tomó|la tomó|dijeron|decían|dicen|decía|dice|llamaron|se hac(e|en|ían) pasar|hacerse pasar|le presentaron|tomarl[oa]s?|ni siquiera)\b/i,
};
/** Words that say it was not so. */
const DENIED: Readonly<Record<string, RegExp>> = {
  en: /\b(they were not|men were not|he was none|it was none|there was none|were none|was no officer|were no officers|shown not to be|shown to be false|not federal|robbers|impostors|false officers)\b/i,
  es: /\b(no lo eran|no lo era|no hubo|no eran|no era|ladrones|impostores|falsos agentes)\b/i,
};

/** What a text of that language says; a language without words here says nothing. */
export function claimsOf(text: string, language: string): Claims {
  const sentences = text.split(/(?<=[.!?])\s+/);
  const says = (words: RegExp | undefined, but: readonly (RegExp | undefined)[]) =>
    words !== undefined &&
    sentences.some((one) => words.test(one) && !but.some((other) => other?.test(one) === true));
  return {
    federal: says(FEDERAL[language], [OPEN[language], DENIED[language]]),
    impostors: says(IMPOSTORS[language], [OPEN[language]]),
  };
}
