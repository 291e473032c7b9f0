import type { CartStore } from "./cart-store.ts"
import type { FileStore } from "./file-store.ts"
import type { Mailer } from "./mailer.ts"
import type { PasswordHasher } from "./password-hasher.ts"
import type { PaymentGateway } from "./payment-gateway.ts"
import type { PictureMaker } from "./picture-maker.ts"
import type { ProductSearch } from "./product-search.ts"
import type { RateLimiter } from "./rate-limiter.ts"
import type { Links } from "./links.ts"
import type { Rounds } from "./rounds.ts"

/** What the business needs from outside. Chosen once, in the composition root. */
export interface Ports {
  readonly carts: CartStore
  readonly files: FileStore
  readonly pictures: PictureMaker
  readonly mail: Mailer
  readonly passwords: PasswordHasher
  readonly payments: PaymentGateway
  readonly search: ProductSearch
  readonly limits: RateLimiter
  readonly links: Links
  readonly rounds: Rounds
}
