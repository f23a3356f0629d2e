/** What a run over question sets came to, by language and kind. */
import { type Answer, type Citation, MAX_ANSWER } from "../../src/index.ts";
import { judge, type QuestionLine, type SentencesOf, type Verdict } from "./question-set.ts";

export type Tally = Readonly<Record<Verdict, number>> & {
  readonly n: number;
  /** Answers that are not in the question's language (English for one that is not spoken), and those that are too long. */
  readonly otherLanguage: number;
  readonly tooLong: number;
};

export interface Judged {
  readonly question: QuestionLine;
  readonly answer: Answer;
}

/** By `language/kind`, and `all/kind` over the languages; sorted by key. */
export function tallyOf(
  judged: readonly Judged[],
  sentencesOf: SentencesOf,
  spoken: readonly string[],
): ReadonlyMap<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const { question, answer } of judged) {
    const verdict = judge(question, answer, sentencesOf);
    const expected = spoken.includes(question.lang) ? question.lang : "en";
    for (const key of [`${question.lang}/${question.kind}`, `all/${question.kind}`]) {
      const counts = tallies.get(key) ?? { n: 0, right: 0, wrong: 0, abstained: 0, otherLanguage: 0, tooLong: 0 };
      tallies.set(key, {
        ...counts,
        n: counts.n + 1,
        [verdict]: counts[verdict] + 1,
        otherLanguage: counts.otherLanguage + Number(answer.language.split("-")[0] !== expected),
        tooLong: counts.tooLong + Number(answer.answer.length > MAX_ANSWER),
      });
    }
  }
  return new Map([...tallies].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Whether what the confidence is of came true: that the answer is right or, when abstaining, `nearest[0]` would have been. */
export function outcomeOf({ question, answer }: Judged, sentencesOf: SentencesOf): boolean {
  if (answer.status === "answered") return judge(question, answer, sentencesOf) === "right";
  const [nearest] = answer.nearest as readonly Citation[];
  return (
    question.kind === "answerable" &&
    nearest !== undefined &&
    sentencesOf(nearest).some((sentence) => question.gold.includes(sentence))
  );
}

/** 95% confidence interval of a proportion (Wilson 1927); the whole range when nothing was counted. */
export function wilsonInterval(right: number, n: number): readonly [number, number] {
  if (n === 0) return [0, 1];
  const z = 1.96;
  const share = right / n;
  const center = share + (z * z) / (2 * n);
  const spread = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  return [(center - spread) / scale, (center + spread) / scale];
}
