/**
 * Verbs and adjectives that are not a noun with 하다 or 되다, with the forms in which their root is written. A table
 * rather than rules on any word: a final ㄴ or ㄹ ends nouns ("시민") as well as verbs ("만난").
 */
import { FINAL, finalOf, takeApart, VOWEL, withFinal } from "./hangul.ts";

const split = (text: string): readonly string[] => text.trim().split(/\s+/u);

const ROOTS = split(`
  만나 마주하 나누 밝히 밝혀내 알리 말하 털어놓 내세우 외치
  잡 잡히 붙잡 붙잡히 사로잡 덮치 들이닥치 쫓 쫓기 찾 찾아내 뒤지 숨 숨기 도망치 달아나 빠져나가 벗어나
  넘기 넘겨지 넘겨주 넘어가 넘나들 돌려보내 돌려보내지 돌려주 돌아가 돌아오 보내 보내지 데려가 데려오 내보내 쫓겨나 끌려가 풀려나 풀어주
  돕 도와주 밀어주 뿌리뽑 뽑 없애 없어지 무너뜨리 무너지 깨뜨리 부수 막 맞서 싸우 물리치
  이끌 이끄 다스리 맡 세우 만들 고치 바꾸 바뀌 늘 늘리 늘어나 줄 줄이 줄어들 커지 키우 나빠지 나아지 심해지 높이 넓히 깊어지 굳히
  바라 원하 믿 느끼 고맙 고마워하 기쁘 기뻐하 두렵 무섭
  훔치 빼앗 속 속이 꾀 잃 벌 버 벌이 갚 팔 사들이
  죽 죽이 다치 살 태어나 앓 아프 낫
  열 열리 닫 닫히 끝나 끝내 멈추 이어지 이루 이루어지 일어나 벌어지 생기 걸리 빌리
  쓰이 쓰 적히 실리 싣 읽 듣 묻 여쭙
  맺 어기 지키 해치 더럽히 걸려있 헐뜯
  털 털리 노리 겨누 겪 깊 다루 오가 때려잡 잡아가 붙들 붙들리 가두 갇히 저지르 꾸미 감추 드나들 끼치 미치 거두 뒤쫓 맞붙 이어가 얽히
  안타깝 유감스럽 걱정스럽 놀랍 아쉽
  보여주 드러나 드러내 드러나 가리키 나타나 나타내 손잡 힘쓰 애쓰
  가지 지니 갖 얻 주고받 건네 건네주
  나오 보이 나타나 알려지 알 모르 남 들어가 들어오 들어있 담기 올라오 쏘 놓 받 엄하 강하 따지 쥐 뒤집 밀
  크 작 많 적 높 낮 길 짧 새롭 무겁 가볍 어렵 쉽 좋 나쁘 빠르 느리 가깝 멀
  부르 불리 일컫 짓 모이 모으 떠나 떠오르 건너 다녀오 들르 묵 타 태우 실어나르 내리 오르
`);

/** Verbs that only carry a sentence; their terms are stop words of the pack. */
const FUNCTION_ROOTS = split(
  "있 계시 없 않 하 되 아니 싶 같 해주 그러하 어떠하 이러하 말해주 알려주 가르쳐주 대하 관하 위하 따르 의하",
);

const { a, ae, eo, e, yeo, o, wa, wae, oe, u, wo, eu, i } = VOWEL;
const CONTRACTED = new Map([
  [o, wa],
  [u, wo],
  [i, yeo],
  [oe, wae],
]);

/** Forms that follow no rule: ㅂ and ㄷ that change, 하, 르. */
const IRREGULAR: Readonly<Record<string, readonly [infinitive: string, beforeVowel: string]>> = {
  돕: ["도와", "도우"],
  안타깝: ["안타까워", "안타까우"],
  유감스럽: ["유감스러워", "유감스러우"],
  걱정스럽: ["걱정스러워", "걱정스러우"],
  놀랍: ["놀라워", "놀라우"],
  아쉽: ["아쉬워", "아쉬우"],
  고맙: ["고마워", "고마우"],
  두렵: ["두려워", "두려우"],
  무섭: ["무서워", "무서우"],
  새롭: ["새로워", "새로우"],
  무겁: ["무거워", "무거우"],
  가볍: ["가벼워", "가벼우"],
  어렵: ["어려워", "어려우"],
  쉽: ["쉬워", "쉬우"],
  가깝: ["가까워", "가까우"],
  여쭙: ["여쭈어", "여쭈우"],
  묻: ["물어", "물"],
  듣: ["들어", "들으"],
  싣: ["실어", "실으"],
  일컫: ["일컬어", "일컬으"],
  낫: ["나아", "나으"],
  짓: ["지어", "지으"],
  부르: ["불러", "부르"],
  빠르: ["빨라", "빠르"],
  저지르: ["저질러", "저지르"],
  오르: ["올라", "오르"],
  떠오르: ["떠올라", "떠오르"],
  따르: ["따라", "따르"],
  아니: ["아니어", "아니"],
  계시: ["계셔", "계시"],
};

/** The form before 았 and 서: 만나, 잡혀, 넘겨, 늘어. */
function infinitive(root: string): string {
  const irregular = IRREGULAR[root];
  if (irregular) return irregular[0];
  if (root.endsWith("하")) return `${root.slice(0, -1)}해`;
  const last = takeApart(root.at(-1));
  if (!last) return root;
  if (last.final !== FINAL.none) return `${root}${last.vowel === a || last.vowel === o ? "아" : "어"}`;
  if ([a, ae, eo, e, yeo].includes(last.vowel)) return root;
  if (last.vowel === eu) {
    const before = takeApart(root.at(-2))?.vowel;
    return withFinal(root, FINAL.none, before === a || before === o ? a : eo);
  }
  return withFinal(root, FINAL.none, CONTRACTED.get(last.vowel));
}

/** Every way in which the root is written before an ending. */
function formsOf(root: string): readonly string[] {
  const open = infinitive(root);
  const beforeVowel = IRREGULAR[root]?.[1] ?? root;
  const past = withFinal(open, FINAL.ss);
  const final = finalOf(root);
  const forms = [root, open, past];
  if (finalOf(beforeVowel) === FINAL.none) {
    for (const ending of [FINAL.n, FINAL.l, FINAL.m, FINAL.b]) forms.push(withFinal(beforeVowel, ending));
    if (beforeVowel !== root) forms.push(beforeVowel);
  } else if (final === FINAL.l) {
    // 만들다: 만든, 만듭니다, 만드는.
    for (const ending of [FINAL.none, FINAL.n, FINAL.b]) forms.push(withFinal(root, ending));
  }
  if (root.endsWith("하")) forms.push(`${root}였`, `${root}여`);
  return forms;
}

/** Endings behind any of those forms, particles of a nominalised verb ("넘기는 것", "만남을") included. */
const ENDING =
  "(?:(?:았|었|였|겠|시|셨|으시)*(?:다고|다는|다며|다면|는다|ㄴ다|다|으?(?:실|신|심|십)(?:까요|래요|지요|지|가요|니까|니다|시오)?|나요|나|니|냐고|냐|는가요|는가|는지요|는지|은가요|은가|은지|을까요|을까|을지|까요|까|습니다만|습니다|습니까|니다|니까|세요|셨어요|어요|아요|어|아|요|여|고요|고|으며|며|으면서|면서|으면|면|지만|지요|지|죠|던가요|던지|던데|던|는데요|는데|은데|데요|데|네요|네|기로|기를|기에|기|음|으려고|려고|으려|려|도록|게|자|라고|라|는|은|을|군요|구나|대요|대|자마자|어서|아서|서|어도|아도|도|거야|건가요|건가|건지|걸까요|거예요|잖아요|잖아))";
const PARTICLE = "(?:은|는|이|가|을|를|의|에|에서|도|만|과|와|으로|로|까지|부터)";
const TAIL = new RegExp(`^(?:${ENDING}${ENDING}?${PARTICLE}?)?$`, "u");
const BEHIND_NOMINAL = new RegExp(`^${PARTICLE}$`, "u");

/** Nouns and other words that look like a form of one of the verbs. */
const NOT_VERBS = new Set(
  split(`
    하나 하지만 하나도 하기야 되게 사기 사기를 가지 가지고 쓰기 쓰레기 살인 살인자 살해 살림 열기 열린 벌금 벌써 벌레 팔로 길이 길
    막대 막내 막사 숨 속 속도 속보 적 적자 적어도 적극 적발 적은 많이 많은 높이 크기 늘 줄 줄기 새로운 새로 주고 부르 이루 타도 타자
    나누 사로 적을 적이 적의 적에 적도 죽음 대한 대해 대해서 관한 관해 위해 위한 위해서 따라 따라서 따르면 의한 의해
    묻 묵 버 버스 버스로 쓰나미 찾기 잡지 잡지에 살 살이 살은 살인데 타 타이 타이가 작가 작년 작전 작은 큰 큰일 좋은 크메르 사 사도 사면 살아 벌 벌을 벌이
    길고 길을 길에 길은 길가 높은 낮은 낮 낮에 팔 팔을 열 열을 열은 열이 속에 속은 속을 숨을 맡 키 묵다 밀수 밀고 밀다 알선 쏘나타 남자 남자들 남도 남기 놓고 강한국 안 받침 줄을 줄은 줄이 멀 없이 같이 같은 하자 하네 하고 하며 하면 하라 하는
  `),
);

const rootOf = new Map<string, string>();
/** Forms of one syllable that are neither the root nor its past or infinitive. */
const SHORT_FORMS = new Set<string>();
let longest = 0;
for (const root of [...FUNCTION_ROOTS, ...ROOTS]) {
  for (const form of formsOf(root)) {
    if (!rootOf.has(form)) {
      rootOf.set(form, root);
      const isTelling = form === root || form === infinitive(root) || finalOf(form) === FINAL.ss;
      if (form.length === 1 && !isTelling && ROOTS.includes(root)) SHORT_FORMS.add(form);
    }
    longest = Math.max(longest, form.length);
  }
}

/** The dictionary form of a verb or adjective of the table ("만났나요" 만나다); `undefined` for any other word. */
export function verbOf(word: string): string | undefined {
  if (NOT_VERBS.has(word)) return FUNCTION_FORMS.get(word);
  // "남자가" is no form of 남다 either.
  for (let end = 2; end < word.length; end++)
    if (NOT_VERBS.has(word.slice(0, end)) && BEHIND_NOMINAL.test(word.slice(end))) return undefined;
  for (let end = Math.min(longest, word.length); end > 0; end--) {
    const root = rootOf.get(word.slice(0, end));
    if (root === undefined) continue;
    const tail = word.slice(end);
    // A bare root is no form of the verb: "이끌", "잡".
    if (tail === "" && word === root && finalOf(root) !== FINAL.none) continue;
    const form = word.slice(0, end);
    // "번", "산", "탑" are nouns far more often than forms of 벌다, 살다, 타다.
    if (end === 1 && SHORT_FORMS.has(form) && !tail.startsWith("니")) continue;
    if (TAIL.test(tail) || (finalOf(form) === FINAL.m && BEHIND_NOMINAL.test(tail))) return `${root}다`;
  }
  return undefined;
}

const FUNCTION_FORMS = new Map(split("하고 하며 하면 하라 하는 하자 하네 하지만").map((word) => [word, "하다"]));
