// What had the focus may go with a deed: the button of a step that is done, a filter that was taken away. Keyboard and
// screen reader then go on from the panel or the page it stood in, and not from the top of the window.
export function keep_focus(): void {
  let around: Element[] = []

  function find(): void {
    const [last] = around
    if (!last || last.isConnected || (document.activeElement && document.activeElement !== document.body)) return
    const panel = around.find((one) => one.isConnected && one.matches('section.side, dialog[open]'))
    around = []
    const next = panel?.querySelector<HTMLElement>('h2') ?? document.querySelector<HTMLElement>('main h1')
    next?.focus({ preventScroll: true })
  }

  document.addEventListener('focusin', ({ target }) => {
    around = []
    for (let one = target as Element | null; one; one = one.parentElement) around.push(one)
  })
  new MutationObserver(find).observe(document.body, { childList: true, subtree: true })
}
