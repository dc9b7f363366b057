/**
 * How polite an option sounds, by its words alone (SPEC RH69): what asks, offers, thanks, explains or softens, less what orders, threatens
 * or refuses. It knows no scenario and no law; it is what somebody goes by who takes the nicest-sounding answer for the right one.
 */

/** Courteous words in the text, less harsh ones. Of English, in which bots read. */
export function courtesy(text: string): number {
  const words = text.toLowerCase().match(/[a-z’']+/g) ?? [];
  return words.reduce((sum, word) => sum + (KIND.has(word) ? 1 : 0) - (HARSH.has(word) ? 1 : 0), 0);
}

const listed = (words: string) => new Set(words.split(/\s+/));

const KIND = listed(
  `accept afternoon allow apologize ask asks agree calm care could evening explain friendly gently handshake hear hello
  help helps kindly let listen ma'am may morning offer offers open politely polite please promise reassure safe safety share sir sorry
  speak stay talk tell thank thanks together understand wait welcome why would you'd`,
);
const HARSH = listed(
  `aim aimed arrest book block cannot can't clear crime cuff cuffs decline demand don't draw drive force ground grab gun
  handcuff jail leave must never no none not nothing off order orders pistol pistols pull push ram ramming refuse rush seize
  stop take takes threat threaten weapon`,
);
