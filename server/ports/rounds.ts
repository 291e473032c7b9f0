/**
 * Many who want the same thing at once are served together: one round is under way, and whoever comes meanwhile is in the next. For what
 * would otherwise queue at one row of the database. Of one process: others have rounds of their own, so what a round does must be right
 * beside another's. Keys are made by `roundKey`.
 */
export interface Rounds {
  /** Whoever comes while `run` is under way for the same key gets its outcome, and runs nothing. */
  share<T>(key: string, run: () => Promise<T>): Promise<T>
  /** How many are at the fullest of these keys now, in `attend` or waiting. */
  crowd(keys: readonly string[]): number
  /** Counts among the crowd while `run` is under way. */
  attend<T>(keys: readonly string[], run: () => Promise<T>): Promise<T>
  /**
   * Answers what `serve` answers for this wish, in the wishes' order. All wishes of a key come with a `serve` that does the same: one of
   * them is called for a whole round. When it throws, everybody of the round hears so.
   */
  join<Wish, Answer>(
    keys: readonly string[],
    wish: Wish,
    serve: (wishes: readonly Wish[]) => Promise<readonly Answer[]>,
  ): Promise<Answer>
}
