/**
 * What speaks for and against the best fact being the answer, each from 0 to 1 unless said otherwise. An editor's fact
 * has questions that it answers and gaps beside it; a sentence that was imported has a document around it and others
 * that compete with it.
 */
export type Evidence = EditorEvidence | ImportEvidence;

export interface EditorEvidence {
  /** 1; its weight is the intercept. */
  readonly bias: number;
  /** Likeness to the best of the questions that an editor expects. */
  readonly expected: number;
  /** How alike fact and question are in letters, both ways. */
  readonly gramLikeness: number;
  /** How far the best-matching gap's score exceeds the fact's (negative: falls short), in tens, from -1 to 1. */
  readonly gap: number;
  /** How much likelier the gap's expected questions are than the fact's, from -1 to 1. */
  readonly gapExpected: number;
  /** Share of the question that a near gap explains and the fact does not, and the other way round. */
  readonly gapOnly: number;
  readonly factOnly: number;
  /** How little the fact explains of the noun that is asked for ("which agencies"), 0 when none is. */
  readonly foreignFocus: number;
  /** 1 when the question asks beyond what is told ("next", "other") and the fact does not. */
  readonly beyond: number;
  /** Share of the question in words whose idea is known and not the fact's: it asks for something else. */
  readonly otherIdeas: number;
  /** Share of the question's known people, places and organisations, by weight, that the fact does not have. */
  readonly foreignEntities: number;
  /** 1 when something that the question holds fixed is not the fact's. */
  readonly broken: number;
}

export interface ImportEvidence {
  /** 1; its weight is the intercept. */
  readonly bias: number;
  /** The passage's score in the ranking, in tens: what it achieves of what the question asks for; may exceed 1. */
  readonly score: number;
  /** By how much the best passage of any other document falls short, in fives of the score, from -1 to 1. */
  readonly sourceMargin: number;
  /** The same for any other passage, times the squared score: which sentence is nearest matters where one is near. */
  readonly leadOfGood: number;
  /** Share of the question's informative weight that the passage explains with its document, in any form of the words. */
  readonly surroundings: number;
  /** Weight of the second heaviest word that is not explained, as a share of an unknown word's: one may be a synonym. */
  readonly secondMissing: number;
  /** How alike passage and question are in letters, both ways. */
  readonly gramLikeness: number;
  /** How much there is to go by: logarithm of the weight of the explained letters, in fives. */
  readonly gramAmount: number;
  /** Share of the question's names and numbers that neither the passage nor its document has. */
  readonly foreignNames: number;
}
