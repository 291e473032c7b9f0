const names: Readonly<Record<string, string>> = { en: "Main", de: "Hauptlager", zh: "主仓库" }

/** What a shop calls the place where its goods lie, until it says otherwise. */
export const firstLocationName = (language: string): string => names[language] ?? "Main"
