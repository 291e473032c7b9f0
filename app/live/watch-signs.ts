/** Calls when the browser says that the network is back, and when the page is looked at again. Answers how to stop. */
export function watchSigns(comeBack: () => void): () => void {
  const onVisible = () => {
    if (document.visibilityState === "visible") comeBack()
  }
  // A page that the browser had laid aside and took out again.
  const onShow = ({ persisted }: PageTransitionEvent) => persisted && comeBack()
  window.addEventListener("online", comeBack)
  window.addEventListener("pageshow", onShow)
  document.addEventListener("visibilitychange", onVisible)
  return () => {
    window.removeEventListener("online", comeBack)
    window.removeEventListener("pageshow", onShow)
    document.removeEventListener("visibilitychange", onVisible)
  }
}
