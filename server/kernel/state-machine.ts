/** A table of moves: from each state, where it may go. A state without a way out is final. */
export interface StateMachine<S extends string> {
  readonly name: string
  readonly moves: { readonly [From in S]: readonly S[] }
  readonly states: readonly S[]
  is(text: string): text is S
  /** @throws Error for a text that is no state of this machine. */
  of(text: string): S
  /** From where one may get to `to`: what a guarded update names. */
  sourcesOf(to: S): S[]
}

type Moves = Readonly<Record<string, readonly string[]>>

/** A move to a state that the table does not have does not compile. */
export function stateMachine<const M extends Moves>(
  name: string,
  moves: M & { readonly [From in keyof M]: readonly (keyof M)[] },
): StateMachine<keyof M & string> {
  type S = keyof M & string
  const is = (text: string): text is S => Object.hasOwn(moves, text)
  const states = Object.keys(moves).filter(is)
  const targets: Moves = moves
  return {
    name,
    moves,
    states,
    is,
    of(text) {
      if (!is(text)) throw new Error(`no such ${name} status: ${text}`)
      return text
    },
    sourcesOf: (to) => states.filter((from) => targets[from]?.includes(to)),
  }
}
