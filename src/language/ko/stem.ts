/**
 * Korean stems: takes particles ("포이펫에서") and the endings of verbs and of the copula ("체포됐나요", "총리인가요")
 * off a word, so that the same word meets itself in any form. Strips until nothing is left to strip: a name that ends
 * like a particle ("류중이") then has one stem with and without a particle behind it.
 */
import { FINAL, finalOf } from "./hangul.ts";
import { verbOf } from "./verbs.ts";

const HANGUL = /^\p{Script=Hangul}+$/u;

/** Longer than any word with its particles; what is longer is noise, and stripping it piece by piece would take long. */
const LONGEST = 40;

/** Spellings that people mix up. */
const MISSPELT: readonly (readonly [RegExp, string])[] = [
  [/됬/gu, "됐"],
  [/됏/gu, "됐"],
  [/(?<=.)햇(?=[나다어니습는]|$)/gu, "했"],
  [/됀/gu, "된"],
  [/되요$/u, "돼요"],
];

/** Question words with whatever stands behind them ("누구를", "언제였나요", "뭐야"). */
const QUESTION_WORDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:누구|누가|누굴|누군|누구누구)/u, "누구"],
  [/^(?:언제|은제)/u, "언제"],
  [/^(?:어디|어딘|어딜|어따)/u, "어디"],
  [/^(?:왜|어째서|어찌하여|웨)(?!국|곡|소)/u, "왜"],
  [/^(?:무엇|뭐|뭘|뭔|뭣|무어|모야|머야|뭡)/u, "무엇"],
  [/^(?:어떻|어때|어땠|어떠|어찌|어떡)/u, "어떻게"],
  [/^얼마/u, "얼마"],
];

/** Behind any syllable. The longest come first, so that "에서는" goes as one. */
const ANY = [
  "에서부터는",
  "에서부터",
  "으로부터",
  "에게서는",
  "에게서",
  "한테서",
  "에서는",
  "에서도",
  "에서만",
  "에서의",
  "에게는",
  "에게도",
  "에게만",
  "한테는",
  "한테도",
  "까지는",
  "까지도",
  "부터는",
  "에서",
  "에게",
  "에겐",
  "에선",
  "한테",
  "한텐",
  "께서는",
  "께서",
  "에는",
  "에도",
  "에만",
  "에의",
  "까지",
  "부터",
  "보다",
  "처럼",
  "조차",
  "마저",
  "밖에",
  "마다",
  "대로",
  "만큼",
  "만이",
  "만은",
  "만을",
  "에",
  "의",
  "도",
  "만",
  "께",
  "뿐",
];
/** Behind a final consonant. */
const CLOSED = [
  "으로부터",
  "으로써",
  "으로서",
  "으로는",
  "으로도",
  "으로만",
  "으로의",
  "과의",
  "과는",
  "과도",
  "이라도",
  "이랑",
  "이나",
  "이든",
  "으로",
  "은",
  "이",
  "을",
  "과",
];
/** Behind a vowel. */
const OPEN = ["라도", "와의", "와는", "와도", "랑", "든", "는", "가", "를", "와"];
/** Behind a vowel or ㄹ. */
const LIQUID = ["로부터", "로써", "로서", "로는", "로도", "로만", "로의", "로"];
/** Forms of the copula, behind a noun. */
const COPULA =
  "(?:인가요|인가|임|인감|인데|인지요|인지|입니까|입니다|이다|이었나요|이었나|이었습니까|이었습니다|이었어요|이었어|이었는지|이었다|이에요|이예요|이야|이죠|이지요|이지|이냐|이라는|이라고|이라며|이라면서|이라던데|이며|이고|이란|일까요|일까|인데요|인데|인거야|인건가요|이래)";
const COPULA_OPEN =
  "(?:예요|에요|야|였나요|였나|였습니까|였습니다|였어요|였어|였는지|였다|죠|지요|냐고|냐|라는|라고|라며|라면서|라던데|란|래)";
const COPULA_ANY = new RegExp(`${COPULA}$`, "u");
const COPULA_BEHIND_VOWEL = new RegExp(`${COPULA_OPEN}$`, "u");

/** Nouns of one syllable that take particles; any other has to keep two, since many nouns end like a particle ("회의"). */
const SINGLE = new Set("데둘셋돈법집팀왕총칼말일해달날곳것거수명몇죄앱딸살층길땅산강섬배차불물비눈개번전후뒤앞안밖");
const SINGLE_PARTICLE = new Set([
  "은",
  "는",
  "이",
  "가",
  "을",
  "를",
  "에",
  "에서",
  "과",
  "와",
  "에게",
  "으로",
  "에는",
  "이나",
]);

/** Those that are part of a longer word before other particles ("주의", "성과", "시가"), but not before these. */
const SINGLE_PLACE = new Set("주성시군쪽편");
/** Behind a figure, with any particle: "7월의". */
const SINGLE_TIME = new Set("월년");
const PLACE_PARTICLE = new Set(["에", "에서", "에서는", "에서도", "에서의", "에선", "에는", "에도"]);

/** 하다, 되다 and the like behind a noun, with what may follow. */
const VERB_ENDING =
  "(?:었|였|겠|으시|시|셨)?(?:다고|다는|다며|다면|다|는다|는지요|는지|는가요|는가|나요|나|니|냐고|냐|은가요|은가|은지|습니다|습니까|어요|어|요|여|고요|고|으며|며|면서|으면|면|지만|지요|지|죠|던가요|던|는데요|는데|은데|네요|네|기로|기를|기|음|음을|려고|려면|려|도록|게|자|라고|라|는|은|을|을까요|까요|까|군요|구나|대요|대|자마자|어서|서|도|거야|건가요|건가|건지|잖아요|잖아|지는|진|지도)?";
const LIGHT_VERB = new RegExp(
  `(?:(?:하였|하|해|했|한|할|함|되었|되어|되|돼|됐|된|될|됨|당하|당했|당한|당해|당할|시키|시켰|시킨|시킬|시켜|받았|받은|받는|받을|받)${VERB_ENDING}|(?:합|됩|당합|시킵)(?:니다|니까|시다))(?:이|을|은|의|으로)?$`,
  "u",
);
/** Endings that make another word class of a noun: 국제적인, 사람들, 중국측. */
const SUFFIX = /(?:적인|적이고|적이며|적으로|적이|적|들|측|님|씨)$/u;

/** The stem of a word; other scripts stay as they are, a particle behind Latin letters goes ("poipet에서"). */
export function stem(word: string): string {
  if (word.length > LONGEST) return word;
  if (!HANGUL.test(word)) return stemMixed(word);
  // "체포됐어ㅋㅋ": laughing and crying behind a word are no part of it.
  let text = word.replace(/(?<=[가-힣])[\u1100-\u11ff\u3131-\u318e]+$/u, "");
  for (const [wrong, right] of MISSPELT) text = text.replace(wrong, right);
  for (const [pattern, name] of QUESTION_WORDS) if (pattern.test(text)) return name;
  for (;;) {
    const shorter = verbOf(text) ?? stripOnce(text);
    if (shorter === undefined || shorter === text) return text;
    text = shorter;
  }
}

function stemMixed(word: string): string {
  const [, name, rest] = /^([^\p{Script=Hangul}]+)(\p{Script=Hangul}+)$/u.exec(word) ?? [];
  return name !== undefined && rest !== undefined && isParticle(rest) ? name : word;
}

const PARTICLES = new Set([...ANY, ...CLOSED, ...OPEN, ...LIQUID]);

/** Whether a stretch of Hangul behind a name in another script is a particle or a copula, whatever sound comes before. */
function isParticle(text: string): boolean {
  return PARTICLES.has(text) || new RegExp(`^(?:${COPULA}|${COPULA_OPEN})$`, "u").test(text);
}

function stripOnce(word: string): string | undefined {
  const verb = LIGHT_VERB.exec(word);
  if (verb && verb.index >= 2) return word.slice(0, verb.index);
  const copula = COPULA_ANY.exec(word) ?? (isOpen(word, COPULA_BEHIND_VOWEL) ? COPULA_BEHIND_VOWEL.exec(word) : null);
  if (copula && (copula.index >= 2 || (copula.index === 1 && SINGLE.has(word.charAt(0)))))
    return word.slice(0, copula.index);
  for (const particle of particlesOf(word)) {
    const rest = word.slice(0, -particle.length);
    if (rest.length >= 2 || (SINGLE.has(rest) && SINGLE_PARTICLE.has(particle))) return rest;
    if (SINGLE_TIME.has(rest)) return rest;
    if (SINGLE_PLACE.has(rest) && PLACE_PARTICLE.has(particle)) return rest;
  }
  const suffix = SUFFIX.exec(word);
  return suffix && suffix.index >= 2 ? word.slice(0, suffix.index) : undefined;
}

function isOpen(word: string, ending: RegExp): boolean {
  const match = ending.exec(word);
  return match !== null && finalOf(word.slice(0, match.index)) === FINAL.none;
}

/** The particles that the word may end with, the longest first. */
function particlesOf(word: string): readonly string[] {
  return [
    ...ANY.filter((particle) => word.endsWith(particle)),
    ...CLOSED.filter(
      (particle) => word.endsWith(particle) && (finalOf(word.slice(0, -particle.length)) ?? 0) !== FINAL.none,
    ),
    ...OPEN.filter((particle) => word.endsWith(particle) && finalOf(word.slice(0, -particle.length)) === FINAL.none),
    ...LIQUID.filter((particle) => {
      const final = finalOf(word.slice(0, -particle.length));
      return word.endsWith(particle) && (final === FINAL.none || final === FINAL.l);
    }),
  ].sort((a, b) => b.length - a.length);
}
