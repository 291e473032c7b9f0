import { type Answer, type Knock, knock } from "./knock.ts"
import type { OpenHouse } from "./open-house.ts"

/** Somebody without a browser, who keeps cookies, says where they come from, and may send what no form would. */
export interface Stranger {
  readonly origin: string
  get(path: string, wish?: Knock): Promise<Answer>
  /** A form, from the site's own origin unless the headers say otherwise. */
  post(path: string, form: NonNullable<Knock["form"]>, headers?: Knock["headers"]): Promise<Answer>
  send(path: string, wish: Knock): Promise<Answer>
  cartCount(): Promise<number>
  /** To be put into a browser. */
  cookies(): { name: string; value: string; domain: string; path: string; secure: boolean; httpOnly: boolean }[]
}

export function createStranger(house: OpenHouse, site: string): Stranger {
  const cookies = new Map<string, string>()
  const origin = house.origin(site)

  async function send(path: string, wish: Knock): Promise<Answer> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ")
    const answer = await knock(house, origin + path, { ...wish, headers: { ...(cookie && { cookie }), ...wish.headers } })
    for (const line of [answer.headers["set-cookie"] ?? []].flat()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === "") cookies.delete(name)
      else cookies.set(name, value)
    }
    return answer
  }

  const post: Stranger["post"] = (path, form, headers = {}) => send(path, { form, headers: { origin, ...headers } })
  return {
    origin,
    send,
    post,
    get: (path, wish = {}) => send(path, wish),
    cookies: () =>
      [...cookies].map(([name, value]) => ({
        ...{ name, value, domain: new URL(origin).hostname },
        ...{ path: "/", secure: true, httpOnly: true },
      })),
    cartCount: async () => Number(JSON.parse((await send("/me", {})).text).cartCount),
  }
}
