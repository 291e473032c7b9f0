import type { Translation } from "#app/text/catalogue.ts"
import type { market as english } from "#app/text/en/market.ts"

export const market: Translation<typeof english> = {
  "layout.shops": "Alle Läden",
  "layout.open": "Laden eröffnen",
  "layout.about": "Rialto ist ein Markt unabhängiger Läden. Jeder führt seine eigene Theke; hier ist die Brücke dazwischen.",
  "home.title": "Alle Läden auf einer Brücke",
  "home.lead": "Kleine Werkstätten, ehrliche Waren und Bestände, die genau jetzt stimmen.",
  "home.description": "Unabhängige Läden nebeneinander, mit Preisen in eigener Währung und Beständen von jetzt.",
  "home.browse": "Läden ansehen",
  "home.newest": "Neue Waren",
  "home.shops": "Läden auf der Brücke",
  "home.all-shops": "Alle Läden",
  "home.sell.title": "Auf Rialto verkaufen",
  "home.sell.text":
    "Eigene Adresse, eigenes Aussehen, eigene Sprache und Währung. In einer Minute eröffnet; die erste Bestellung erscheint in dem Moment, in dem sie aufgegeben wird.",
  "shop.goods_one": "{{count}} Produkt",
  "shop.goods_other": "{{count}} Produkte",
  "shops.title": "Alle Läden",
  "shops.lead_one": "{{count}} Laden ist geöffnet.",
  "shops.lead_other": "{{count}} Läden sind geöffnet.",
  "shops.none": "Noch ist kein Laden geöffnet",
  "search.placeholder": "Alle Läden durchsuchen",
  "search.title": "Ergebnisse für „{{query}}“",
  "search.blank": "Wonach suchen Sie?",
  "search.none": "Kein Laden führt „{{query}}“",
  "search.none-text": "Versuchen Sie es mit weniger oder anderen Wörtern, oder sehen Sie sich in den Läden um.",
}
