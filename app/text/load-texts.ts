import { type Room, rooms as allRooms } from "./catalogue.ts"
import { type Language, languages } from "#server/kernel/languages.ts"
import { shelf } from "./shelf.ts"
import { addCatalogue } from "./texts.ts"

/** In the browser, before hydration: the page's language, its rooms, nothing else. */
export async function loadTexts(language: Language, rooms: readonly Room[]): Promise<void> {
  await Promise.all(rooms.map(async (room) => addCatalogue(language, room, await shelf[language][room]())))
}

/** On the server, once, before the first page. */
export async function loadAllTexts(): Promise<void> {
  await Promise.all(languages.map((language) => loadTexts(language, allRooms)))
}
