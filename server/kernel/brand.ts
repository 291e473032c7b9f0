/** Names a value whose shape was just established. The only cast in the code base lives here. */
export function branded<T>(value: unknown): T {
  return value as T
}
