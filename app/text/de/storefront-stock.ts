import type { Translation } from "#app/text/catalogue.ts"
import type { storefrontStock as english } from "#app/text/en/storefront-stock.ts"

export const storefrontStock: Translation<typeof english> = {
  "product.later.all": "Wird verschickt, sobald es da ist.",
  "product.later.some_one": "{{count}} Stück davon kommt später.",
  "product.later.some_other": "{{count}} Stück davon kommen später.",
  "product.contents": "Das ist drin",
  "product.times": "{{quantity}} ×",
  "watch.title": "Sagt mir, wenn es wieder da ist",
  "watch.this": "Diesen Artikel",
  "watch.email": "E-Mail-Adresse",
  "watch.hint": "Eine einzige Mail, sonst nichts.",
  "watch.do": "Bescheid geben",
  "watch.watching.title": "Wir schreiben Ihnen",
  "watch.watching.text": "Sobald es wieder da ist, bekommen Sie eine Mail. Darin steht ein Link, mit dem Sie das Warten beenden.",
  "watch.available.title": "Es ist schon wieder da",
  "watch.available.text": "Sie können es jetzt bestellen.",
  "unwatch.title": "Nicht mehr warten?",
  "unwatch.text":
    "Sie wollten wissen, wann ein Artikel wieder da ist. Wenn Sie es sich anders überlegt haben, schreiben wir nicht.",
  "unwatch.do": "Bitte nicht schreiben",
  "unwatch.done": "Wir schreiben Ihnen nicht",
  "unwatch.done.text": "Ihre Adresse ist für diesen Artikel nicht mehr hinterlegt.",
  "cart.later.all": "Kommt später: Der Artikel ist nachbestellt.",
  "cart.later.some_one": "{{count}} Stück davon kommt später.",
  "cart.later.some_other": "{{count}} Stück davon kommen später.",
  "payment.over": "Ihre Zeit ist abgelaufen",
  "payment.over.text": "Die Waren gehen zurück ins Regal. Eine Zahlung, die schon läuft, wird noch beachtet.",
  "order.expired.title": "Die Zeit zum Bezahlen ist um",
  "order.repeat": "Noch einmal bestellen",
  "order.later_one": "{{count}} Stück ist nachbestellt: Ihr Paket geht los, wenn es da ist.",
  "order.later_other": "{{count}} Stück sind nachbestellt: Ihr Paket geht los, wenn sie da sind.",
}
