/** Whether a browser waits for a page; a script asks for data and stays where it is. */
export function isPageVisit(request: Request): boolean {
  return request.headers.get("sec-fetch-dest") !== "empty"
}
