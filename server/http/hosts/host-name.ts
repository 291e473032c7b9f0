const shape = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/

/** The host of a `Host` header in its one spelling, without port; `undefined` when it is none. */
export function hostName(header: string | undefined): string | undefined {
  const host = (header ?? "")
    .toLowerCase()
    .replace(/:\d{1,5}$/, "")
    .replace(/\.$/, "")
  return shape.test(host) ? host : undefined
}
