/** The languages that the core knows, and what it falls back on for the others. */
import { ar } from "./ar/index.ts";
import { basicPack } from "./basic-pack.ts";
import { de } from "./de/index.ts";
import { el } from "./el/index.ts";
import { en } from "./en/index.ts";
import { es } from "./es/index.ts";
import { fr } from "./fr/index.ts";
import { hi } from "./hi/index.ts";
import { it } from "./it/index.ts";
import { km } from "./km/index.ts";
import { ko } from "./ko/index.ts";
import type { LanguagePack } from "./pack.ts";
import { pt } from "./pt/index.ts";
import { ro } from "./ro/index.ts";
import { ru } from "./ru/index.ts";
import { th } from "./th/index.ts";
import { tr } from "./tr/index.ts";
import { vi } from "./vi/index.ts";
import { zh, zhHant } from "./zh/index.ts";

/** Languages that the bot speaks: it has their messages, so it can answer and abstain in them. */
export const spoken: readonly LanguagePack[] = [de, en, zh, zhHant, ko, vi, km];

/** Languages that the bot understands and answers in another one. */
export const understood: readonly LanguagePack[] = [es, fr];

/** Languages that imported documents are searched in with words of their own. */
const searched: readonly LanguagePack[] = [it, pt];
/** Searched as well, but not told from others by their words: their script or the fact base's language tells them. */
const onlySearched: readonly LanguagePack[] = [ar, el, hi, ro, ru, th, tr];
/** Every language that can be told from the others by its words. */
export const known: readonly LanguagePack[] = [...spoken, ...understood, ...searched];

const packs = new Map([...known, ...onlySearched].map((pack) => [pack.tag, pack]));

/** The pack of a BCP 47 language; for an unknown one a pack without words, which matches by stem and letters alone. */
export function packFor(tag: string): LanguagePack {
  const language = primaryLanguage(tag);
  let pack = packs.get(tag) ?? packs.get(`${language}-${scriptOf(tag)}`) ?? packs.get(language);
  if (!pack) {
    pack = basicPack(language);
    packs.set(language, pack);
  }
  return pack;
}

const scripts = new Map<string, string | undefined>();

/** The script that a language tag is written in, by its own subtag or by what is likely: "Hant" for "zh-TW". */
function scriptOf(tag: string): string | undefined {
  if (!scripts.has(tag)) scripts.set(tag, likelyScript(tag));
  return scripts.get(tag);
}

function likelyScript(tag: string): string | undefined {
  try {
    return new Intl.Locale(tag).maximize().script;
  } catch {
    return undefined;
  }
}

/**
 * The form of a language among those that there are: "de" for "de-AT", "en-GB" for "en-US", "zh-Hant" for "zh-HK"; the
 * same script before another one. `undefined` when there is none.
 */
export function nearestLanguage(tag: string, languages: readonly string[]): string | undefined {
  if (languages.includes(tag)) return tag;
  const primary = primaryLanguage(tag);
  const same = languages.filter((language) => primaryLanguage(language) === primary);
  const alike = same.filter((language) => scriptOf(language) === scriptOf(tag));
  const preferred = alike.length > 0 ? alike : same;
  return preferred.find((language) => language === primary) ?? preferred[0];
}

export function primaryLanguage(tag: string): string {
  return tag.split("-")[0]?.toLowerCase() ?? tag;
}

/** What the bot says in a language, in English where it does not speak it. */
export function messagesFor(tag: string): LanguagePack["messages"] {
  return packFor(tag).messages;
}
