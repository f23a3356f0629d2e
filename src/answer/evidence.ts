/** Each from 0 to 1 unless said otherwise; computed for the best fact. */
export interface Evidence {
  /** 1; its weight is the intercept. */
  readonly bias: number;
  /** Share of the question's informative weight that the fact explains, its surroundings counting a little less. */
  readonly coverage: number;
  /** The same without the surroundings. */
  readonly ownCoverage: number;
  /** Weight of the heaviest word that neither the fact nor its surroundings explain, as a share of an unknown word's. */
  readonly missing: number;
  /** Weight of the words that no fact at all has, as a share of the question's. */
  readonly unknown: number;
  /** The asked kind of value: 1 offered, -1 not, 0 open question. */
  readonly slot: number;
  readonly offersValue: number;
  readonly expected: number;
  readonly gramCoverage: number;
  readonly gramLikeness: number;
  readonly contextGrams: number;
  readonly match: number;
  /** By how much the next hit on another passage falls short, as a share of the best's score. */
  readonly margin: number;
  /** The same for the next hit in another source. */
  readonly sourceMargin: number;
  /** How much there is to go by: logarithms of the explained weight of words and of letters, and of the terms asked. */
  readonly amount: number;
  readonly gramAmount: number;
  readonly queryLength: number;
  /** Terms of the question that stand in the fact itself, six or more being 1. */
  readonly matchedTerms: number;
  /** How well the question's three heaviest terms are explained, the heaviest first: they say most of what it is about. */
  readonly heaviest: number;
  readonly second: number;
  readonly third: number;
  readonly foreignNames: number;
  /** How far the best-matching gap's score exceeds the fact's (negative: falls short), in tens, from -1 to 1. */
  readonly gap: number;
  /** How much likelier the gap's expected questions are than the fact's, from -1 to 1. */
  readonly gapExpected: number;
  /** Share of the question that a near gap explains and the fact does not, and the other way round. */
  readonly gapOnly: number;
  readonly factOnly: number;
  /** How little the fact explains of the noun that is asked for ("which agencies"), 0 when none is. */
  readonly foreignFocus: number;
  /** 1 when the fact does not tell what the person asked for is said to have done. */
  readonly foreignPredicate: number;
  /** 1 when the question asks beyond what is told ("next", "other") and the fact does not. */
  readonly beyond: number;
  /** Share of the question in words whose idea is known and not the fact's: it asks for something else. */
  readonly otherIdeas: number;
  /** Share of the question's known people, places and organisations, by weight, that the fact does not have. */
  readonly foreignEntities: number;
}
