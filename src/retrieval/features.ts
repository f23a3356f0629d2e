/** Each from 0 to 1 unless said otherwise; shares are of the query's weight (inverse document frequency). */
export interface Features {
  /** Share of the query that the entry explains, repeated words and short entries counting more (after BM25); may exceed 1. */
  readonly match: number;
  readonly gramMatch: number;
  readonly gramCoverage: number;
  /** Share of the query's letters, those counting more that few of its strongest candidates have: what tells these apart. */
  readonly distinctGrams: number;
  /** Share of the query's words as they are written, those that carry nothing too. */
  readonly wording: number;
  /** Weight of the query's words that carry nothing and that the entry has, as a share of that of the others; may exceed 1. */
  readonly stopWords: number;
  /** How alike query and entry are in letters, both ways (Dice). */
  readonly gramLikeness: number;
  /** Share that the surroundings explain. */
  readonly context: number;
  readonly contextGrams: number;
  /** Share that the entry, its surroundings and its title explain together. */
  readonly around: number;
  readonly title: number;
  /** Share that only the sentence before explains, or only the one after. */
  readonly previous: number;
  readonly previousGrams: number;
  readonly next: number;
  /** 1 when the entry offers a number or date that was asked for, 0 when only a number of another kind, -1 when none. */
  readonly offersValue: number;
  /** Asked "who", "where" or for a name: names in the entry that the question does not have. */
  readonly offersName: number;
  /** Share of the query's names and numbers that neither entry nor surroundings have. */
  readonly foreignNames: number;
  /** Logarithm of the entry's length, in fours. */
  readonly length: number;
  /** 1 when a slot answers the kind that is asked for, -1 when a curated entry has none, 0 for an open question. */
  readonly slot: number;
  /** The same for kinds of value that a fact either has or has not: dates, numbers, durations. */
  readonly strictSlot: number;
  /** Likeness to the best of the questions that an editor expects (Dice over weighted terms). */
  readonly expected: number;
}
